import Quality

extension AuditHTML {
  /// Writes the filters and the place where the page's script lists the tickets.
  func writeTickets(to html: inout HTMLWriter) {
    var lead =
      "Every ticket with its messages, the words that verdicts rest on, and what would be right."
    if report.unlisted > 0 {
      lead +=
        " Listed are \(report.tickets.count) of \(report.tickets.count + report.unlisted), those with "
        + "something to look at first; --format jsonl has all."
    }
    html.element("p", ["class": "lead"], text: lead)
    html.element("noscript") { html in
      html.element(
        "p",
        text:
          "The list is drawn by the page's own script, which this reader does not run. All else "
          + "stands above.")
    }
    html.element(
      "form", ["id": "filters", "class": "filters", "hidden": "hidden", "role": "search"]
    ) {
      html in
      for (id, name) in [
        ("verdict", "Verdict"), ("standard", "Standard"), ("agent", "Agent"),
        ("channel", "Channel"), ("topic", "Topic"), ("language", "Language"),
      ] {
        html.element("p") { html in
          html.element("label", ["for": "by-\(id)"], text: name)
          html.element("select", ["id": "by-\(id)"]) { _ in }
        }
      }
      html.element("p", ["class": "wide"]) { html in
        html.element("label", ["for": "by-text"], text: "Ticket or text")
        html.empty("input", ["id": "by-text", "type": "search", "autocomplete": "off"])
      }
      html.element("p") { html in
        html.element("button", ["type": "reset"], text: "Show all")
      }
    }
    html.element("p", ["id": "count", "class": "small", "role": "status"]) { _ in }
    html.element("ol", ["id": "list", "class": "list"]) { _ in }
    html.element("p", ["id": "more", "class": "more", "hidden": "hidden"]) { html in
      html.element("button", ["type": "button"], text: "Show more")
    }
    html.element("ol", ["id": "paper", "class": "paper-list"]) { _ in }
  }
}
