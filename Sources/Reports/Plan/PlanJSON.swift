package import Diagnostics
package import Planning
import ServiceTime
import Standards

/// A staffing plan for programs.
package enum PlanJSON {
  /// Writes `{"interval_s", "shrinkage", "channels": […], "rows": […]}`.
  ///
  /// A channel: `{channel, standard, within_s, share, hours, contacts, contacts_while_closed,
  /// contacts_due_later}`. A row: `{start, channel, contacts, handling_s, load_erlang, counted,
  /// formula, service_level, occupancy, rostered: {counted, formula}}`, people on duty outside of
  /// `rostered`; `service_level` is null without contacts, `occupancy` without people. Intervals
  /// that the demand leaves out stand behind the others, and only if somebody is needed in them.
  package static func write(_ plan: StaffingPlan, to json: inout JSONWriter) {
    json.object { json in
      json.key("interval_s")
      json.int(plan.intervalSeconds)
      json.key("shrinkage")
      json.number(plan.workload.shrinkage)
      json.key("channels")
      json.array { json in
        for channel in plan.channels { write(channel, to: &json) }
      }
      json.key("rows")
      json.array { json in
        for (channel, interval) in plan.rows { write(interval, of: channel, plan, to: &json) }
      }
    }
  }

  private static func write(_ channel: StaffingPlan.Channel, to json: inout JSONWriter) {
    json.object { json in
      json.key("channel")
      json.string(channel.promise.channel.name)
      json.key("standard")
      json.string(channel.promise.standard)
      json.key("within_s")
      json.int(channel.promise.within.seconds)
      json.key("share")
      json.number(channel.promise.share.fraction)
      json.key("hours")
      switch channel.promise.hoursName {
      case .always: json.string("always")
      case .calendar(let name): json.string(name)
      }
      json.key("contacts")
      json.number(channel.intervals.reduce(0) { $0 + $1.contacts })
      json.key("contacts_while_closed")
      json.number(channel.contactsWhileClosed)
      json.key("contacts_due_later")
      json.number(channel.contactsDueLater)
    }
  }

  private static func write(
    _ interval: StaffingPlan.Interval, of channel: StaffingPlan.Channel, _ plan: StaffingPlan,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("start")
      json.string(interval.written)
      json.key("channel")
      json.string(channel.promise.channel.name)
      json.key("contacts")
      json.number(interval.contacts)
      json.key("handling_s")
      json.number(interval.handlingSeconds)
      json.key("load_erlang")
      json.number(interval.load)
      json.key("counted")
      json.int(interval.counted)
      json.key("formula")
      json.int(interval.formula)
      json.key("service_level")
      if let level = interval.serviceLevel { json.number(level) } else { json.null() }
      json.key("occupancy")
      if let occupancy = interval.occupancy { json.number(occupancy) } else { json.null() }
      json.key("rostered")
      json.object { json in
        json.key("counted")
        json.int(plan.people(interval.counted, rostered: true))
        json.key("formula")
        json.int(plan.people(interval.formula, rostered: true))
      }
    }
  }
}
