#include "web/app/search.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/base/stable_order.hpp"
#include "web/app/pointer.hpp"

namespace dealwright::web {
namespace {

using document::FieldInfo;
using document::TypeInfo;
using document::TypeKind;

constexpr std::size_t most_words = 8;
constexpr std::size_t most_excerpt = 80;

constexpr int of_name = 300;  // ids too
constexpr int of_kind = 200;
constexpr int of_text = 100;
constexpr int whole = 10000;  // the query is the id or the name

// Base letters of U+00C0 to U+00DF (those of U+00E0 to U+00FF are the same) and of U+0100 to U+017F; a capital stands
// for two letters, see pairs.
constexpr std::string_view latin_1 = "aaaaaaAceeeeiiiidnooooo ouuuuyTS";
constexpr std::string_view latin_extended =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrsssssssstttttt"
    "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 32 && latin_extended.size() == 128);

std::string_view pair_of(char capital) {
  switch (capital) {
    case 'A':
      return "ae";
    case 'T':
      return "th";
    case 'S':
      return "ss";
    case 'J':
      return "ij";
    default:
      return "oe";
  }
}

void append_letter(std::string& out, char letter) {
  if (letter >= 'A' && letter <= 'Z') {
    out += pair_of(letter);
  } else {
    out += letter;
  }
}

// Greek and Cyrillic capitals to small letters; two bytes in UTF-8 both.
std::uint32_t small(std::uint32_t code) {
  if ((code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f)) return code + 32;
  return code >= 0x400 && code <= 0x40f ? code + 80 : code;
}

bool is_inside_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// 3 a whole word, 2 the beginning of one, 1 inside one, 0 nowhere.
int match(std::string_view text, std::string_view word) {
  int best = 0;
  for (auto at = text.find(word); at != std::string_view::npos && best < 3; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_inside_word(text[at - 1]);
    const std::size_t end = at + word.size();
    const bool ends = end == text.size() || !is_inside_word(text[end]);
    best = std::max(best, begins && ends ? 3 : begins ? 2 : 1);
  }
  return best;
}

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words;
  const std::string text = folded(query);
  for (std::size_t begin = 0; begin < text.size() && words.size() < most_words;) {
    begin = text.find_first_not_of(" \t\r\n", begin);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

bool is_within_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// At most that many bytes of a text around a word that its folded form holds, cut between characters.
std::string excerpt_of(std::string_view text, std::string_view word) {
  constexpr std::string_view more = "\xe2\x80\xa6";
  constexpr std::size_t before = 24;
  if (text.size() <= most_excerpt) return std::string(text);
  // Folding goes character by character, so as many of them as fold to what stands before the word do so in the text.
  const std::size_t at = folded(text).find(word);
  std::size_t begin = 0;
  for (std::size_t passed = 0; passed < at && begin < text.size();) {
    const std::size_t start = begin++;
    while (begin < text.size() && is_within_character(text[begin])) ++begin;
    passed += folded(text.substr(start, begin - start)).size();
  }
  begin = begin > before ? begin - before : 0;
  // The end of the text is shown as far as there is room.
  begin = std::min(begin, text.size() - (most_excerpt - more.size()));
  while (begin < text.size() && is_within_character(text[begin])) ++begin;
  std::string out(begin > 0 ? more : "");
  std::size_t end = begin + most_excerpt - out.size();
  end = end < text.size() ? end - more.size() : text.size();
  while (end < text.size() && is_within_character(text[end])) --end;
  out += text.substr(begin, end - begin);
  if (end < text.size()) out += more;
  return out;
}

class DocumentSearch {
 public:
  DocumentSearch(const std::vector<std::string>& words, Kind kind, const void* document)
      : words_(words), kind_(kind), document_(document), scores_(words.size(), 0) {}

  // False where some word is nowhere.
  bool run(std::string_view query, SearchHit& hit) {
    const std::string id = folded(document_id(kind_, document_));
    const std::string name = folded(document_name(kind_, document_));
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (const int level = std::max(match(id, words_[at]), match(name, words_[at])); level > 0)
        scores_[at] = of_name + level;
    }
    offer(folded(kind_words(kind_)), of_kind);
    if (std::any_of(scores_.begin(), scores_.end(), [](int score) { return score == 0; }))
      texts(kind_type(kind_), document_);
    for (const int score : scores_) {
      if (score == 0) return false;
      hit.score += score;
    }
    if (query == id || query == name) hit.score += whole;
    hit.ref = {kind_, document_id(kind_, document_)};
    hit.name = document_name(kind_, document_);
    if (best_text_ == nullptr) return true;
    hit.pointer = pointer_;
    hit.label = pointer_label(kind_type(kind_), document_, pointer_);
    hit.excerpt = excerpt_of(*best_text_, best_word_);
    return true;
  }

 private:
  // Whether some word had no match as good before.
  bool offer(const std::string& text, int weight) {
    bool is_better = false;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const int level = match(text, words_[at]);
      if (level == 0 || weight + level <= scores_[at]) continue;
      scores_[at] = weight + level;
      best_word_ = words_[at];
      is_better = true;
    }
    return is_better;
  }

  void texts(const TypeInfo& type, const void* value) {
    switch (type.kind) {
      case TypeKind::object:
        for (const FieldInfo& inner : type.fields) {
          path_.push_back({&inner, 0});
          texts(*inner.type, inner.in(value));
          path_.pop_back();
        }
        break;
      case TypeKind::list:
        for (std::size_t at = 0; at < type.list.size(value); ++at) {
          path_.push_back({nullptr, at});
          texts(*type.element, list_item(type, value, at));
          path_.pop_back();
        }
        break;
      case TypeKind::optional:
        if (const void* inner = type.optional.get(value)) texts(*type.element, inner);
        break;
      case TypeKind::text: {
        const auto& text = document::as<std::string>(value);
        if (!text.empty() && offer(folded(text), of_text)) {
          best_text_ = &text;
          pointer_ = pointer();
        }
        break;
      }
      default:
        break;
    }
  }

  // A field, or where it is null an element.
  struct Step {
    const FieldInfo* field;
    std::size_t index;
  };

  std::string pointer() const {
    std::string out;
    for (const Step& step : path_)
      out = step.field != nullptr ? child_pointer(out, step.field->name) : child_pointer(out, step.index);
    return out;
  }

  const std::vector<std::string>& words_;
  Kind kind_;
  const void* document_;
  std::vector<int> scores_;
  const std::string* best_text_ = nullptr;
  std::string_view best_word_;  // that it holds
  std::string pointer_;
  std::vector<Step> path_;
};

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_pair = (byte & 0xe0) == 0xc0 && at + 1 < text.size();
    if (!is_pair) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
      continue;
    }
    std::uint32_t code = (byte & 0x1fu) << 6 | (static_cast<unsigned char>(text[++at]) & 0x3fu);
    if (code >= 0x300 && code < 0x370) continue;  // combining marks
    if (code == 0xff) {
      out += 'y';
    } else if (code >= 0xc0 && code < 0x100) {
      append_letter(out, code == 0xdf ? 'S' : latin_1[(code - 0xc0) % 32]);
    } else if (code >= 0x100 && code < 0x180) {
      append_letter(out, latin_extended[code - 0x100]);
    } else {
      code = small(code);
      out += static_cast<char>(0xc0 | code >> 6);
      out += static_cast<char>(0x80 | (code & 0x3f));
    }
  }
  return out;
}

std::vector<SearchHit> search(const model::Programme& programme, std::string_view query, std::size_t most) {
  const std::vector<std::string> words = words_of(query);
  std::vector<SearchHit> hits;
  if (words.empty()) return hits;
  std::string asked = folded(query);
  while (!asked.empty() && asked.back() == ' ') asked.pop_back();
  // Deals first, then what they refer to: the order in which people look for them.
  for (const Kind kind : {Kind::deal, Kind::customer, Kind::partner, Kind::price_book, Kind::guardrails, Kind::brand}) {
    for (std::size_t at = 0; at < document_count(programme, kind); ++at) {
      SearchHit hit;
      if (DocumentSearch(words, kind, document_at(programme, kind, at)).run(asked, hit)) hits.push_back(std::move(hit));
    }
  }
  sort_stably(hits, [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  if (hits.size() > most) hits.resize(most);
  return hits;
}

}  // namespace dealwright::web
