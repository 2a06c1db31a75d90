#include "CTemplates.h"

// The catalogues that we ship are the templates themselves, so they cannot part.
static const unsigned char hosting_catalogue[] = {
#embed "../../standards/catalogue.yaml"
};
static const unsigned char hosting_times[] = {
#embed "../../standards/response-times.yaml"
};
static const unsigned char hosting_tickets[] = {
#embed "../../standards/tickets.yaml"
};
static const unsigned char hosting_replies[] = {
#embed "../../standards/replies.yaml"
};
static const unsigned char hosting_manners[] = {
#embed "../../standards/reply-manners.yaml"
};
static const unsigned char hosting_questions[] = {
#embed "../../standards/questions.yaml"
};
static const unsigned char hosting_phrases[] = {
#embed "../../standards/phrases.yaml"
};
static const unsigned char shop_catalogue[] = {
#embed "../../samples/shop-standards/catalogue.yaml"
};
static const unsigned char shop_times[] = {
#embed "../../samples/shop-standards/response-times.yaml"
};
static const unsigned char shop_tickets[] = {
#embed "../../samples/shop-standards/tickets.yaml"
};
static const unsigned char shop_replies[] = {
#embed "../../samples/shop-standards/replies.yaml"
};
static const unsigned char shop_phrases[] = {
#embed "../../samples/shop-standards/phrases.yaml"
};
static const unsigned char minimal_pl[] = {
#embed "minimal-pl.yaml"
};
static const unsigned char minimal_cs[] = {
#embed "minimal-cs.yaml"
};
static const unsigned char minimal_en[] = {
#embed "minimal-en.yaml"
};

static const kwadrans_template_file files[] = {
  {"hosting", NULL, "catalogue.yaml", hosting_catalogue, sizeof(hosting_catalogue)},
  {"hosting", NULL, "response-times.yaml", hosting_times, sizeof(hosting_times)},
  {"hosting", NULL, "tickets.yaml", hosting_tickets, sizeof(hosting_tickets)},
  {"hosting", NULL, "replies.yaml", hosting_replies, sizeof(hosting_replies)},
  {"hosting", NULL, "reply-manners.yaml", hosting_manners, sizeof(hosting_manners)},
  {"hosting", NULL, "questions.yaml", hosting_questions, sizeof(hosting_questions)},
  {"hosting", NULL, "phrases.yaml", hosting_phrases, sizeof(hosting_phrases)},
  {"shop", NULL, "catalogue.yaml", shop_catalogue, sizeof(shop_catalogue)},
  {"shop", NULL, "response-times.yaml", shop_times, sizeof(shop_times)},
  {"shop", NULL, "tickets.yaml", shop_tickets, sizeof(shop_tickets)},
  {"shop", NULL, "replies.yaml", shop_replies, sizeof(shop_replies)},
  {"shop", NULL, "phrases.yaml", shop_phrases, sizeof(shop_phrases)},
  {"minimal", "pl", "catalogue.yaml", minimal_pl, sizeof(minimal_pl)},
  {"minimal", "cs", "catalogue.yaml", minimal_cs, sizeof(minimal_cs)},
  {"minimal", "en", "catalogue.yaml", minimal_en, sizeof(minimal_en)},
};

size_t kwadrans_template_count(void) { return sizeof(files) / sizeof(files[0]); }

const kwadrans_template_file *kwadrans_template(size_t index) {
  return index < kwadrans_template_count() ? &files[index] : NULL;
}
