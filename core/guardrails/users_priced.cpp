#include "core/guardrails/users_priced.hpp"

#include <array>
#include <string>
#include <string_view>

namespace dealwright::guardrails {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The text's words in lower case, singular, each between single spaces: "Named_accounts, EU" -> " named account eu ".
std::string words_of(std::string_view text) {
  std::string words = " ";
  const auto end_word = [&] {
    if (words.back() == ' ') return;
    const std::size_t length = words.size() - words.rfind(' ') - 1;
    if (length > 3 && words.back() == 's') words.pop_back();
    words += ' ';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool upper_after_lower =
        i > 0 && text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z';
    if (!is_letter(text[i]) || upper_after_lower) end_word();
    if (is_letter(text[i])) words += lower(text[i]);
  }
  end_word();
  return words;
}

constexpr std::array<std::string_view, 7> users_words{"user",      "seat",     "login",        "head",
                                                      "headcount", "employee", "named account"};

bool holds_users_word(std::string_view text, std::string_view before) {
  const std::string words = words_of(text);
  for (const auto word : users_words) {
    std::string sought(before);
    sought += word;
    sought += ' ';
    if (words.find(sought) != std::string::npos) return true;
  }
  return false;
}

bool counts_users(const pricing::Book& book, int meter) {
  if (meter < 0) return false;
  const auto& named = book.source().meters[static_cast<std::size_t>(meter)];
  return book.resolved_meter(meter).uses_users || holds_users_word(named.id, " ") ||
         holds_users_word(named.name, " ") || holds_users_word(named.unit, " ");
}

}  // namespace

bool prices_users(const pricing::Book& book, int component, int variant) {
  const auto& source = book.source().components[static_cast<std::size_t>(component)];
  const auto& resolved = book.resolved_component(component);
  const auto* price = &source.price;
  int events = resolved.price.events;
  if (variant >= 0 && source.variants[static_cast<std::size_t>(variant)].price) {
    price = &*source.variants[static_cast<std::size_t>(variant)].price;
    events = resolved.variants[static_cast<std::size_t>(variant)].price.events;
  }
  if (price->model == model::PriceModel::percentage && !price->of.empty()) return false;
  if (resolved.meter < 0) return holds_users_word(source.id, " per ") || holds_users_word(source.name, " per ");
  if (price->model == model::PriceModel::flat) return false;
  return counts_users(book, resolved.meter) || counts_users(book, events);
}

UsersPriced::UsersPriced(const pricing::Book& book) {
  const auto& components = book.source().components;
  answers_.resize(components.size());
  for (std::size_t i = 0; i < components.size(); ++i) {
    for (std::size_t v = 0; v <= components[i].variants.size(); ++v) {
      answers_[i].push_back(prices_users(book, static_cast<int>(i), static_cast<int>(v) - 1));
    }
  }
}

}  // namespace dealwright::guardrails
