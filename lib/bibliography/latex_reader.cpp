#include "bibliography/latex_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "bibliography/latex_commands.hpp"
#include "bibliography/latex_symbols.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

enum : std::uint8_t { plain = 0, stop = 1, blank = 2 };

// Bytes at which copying stops: those with a meaning in LaTeX, and blanks where more than one may stand.
constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char c : std::string_view("\\{}$~`'-?!")) table[static_cast<unsigned char>(c)] = stop;
  for (const char c : std::string_view(" \t\n\r\v\f")) table[static_cast<unsigned char>(c)] = blank;
  return table;
}();

std::uint8_t kind_of(char c) noexcept { return byte_kinds[static_cast<unsigned char>(c)]; }

// An accent over the first letter from `begin` of `text`; on nothing, it stands over a blank of its own.
void put_accent(std::string& text, std::size_t begin, char32_t accent) {
  if (begin >= text.size()) {
    if (const auto spacing = accent == 0x303 ? U'~' : accent == 0x302 ? U'^' : U'\0') text::append(text, spacing);
    return;
  }
  const text::CodePoint base = text::decode_at(text, begin);
  std::string letter;
  // A dotless i gets its dot back, for Unicode has composed letters for that one only.
  const bool above = accent < 0x316 || accent == 0x30F;
  if (above && base.value == U'ı') {
    letter = "i";
  } else if (above && base.value == U'ȷ') {
    letter = "j";
  } else {
    letter = text.substr(begin, base.size);
  }
  std::size_t end = begin + base.size;
  while (end < text.size()) {  // accents that are there already
    const text::CodePoint mark = text::decode_at(text, end);
    if (!text::is_mark(mark.value)) break;
    letter.append(text, end, mark.size);
    end += mark.size;
  }
  text::append(letter, accent);
  text.replace(begin, end - begin, composed(letter));
}

// `text` from `begin` in the other form, where every character has one; else as it is.
bool shift(std::string& text, std::size_t begin, char32_t (*form)(char32_t)) {
  std::string shifted;
  for (std::size_t i = begin; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    const char32_t other = form(c.value);
    if (other == 0) return false;
    text::append(shifted, other);
    i += c.size;
  }
  text.replace(begin, text.size() - begin, shifted);
  return true;
}

// The command at `at`, which is behind its backslash; moves past it and past the blanks that it swallows.
std::string_view read_command(std::string_view latex, std::size_t& at) {
  const std::size_t begin = at;
  if (at >= latex.size()) return {};
  if (!text::is_ascii_letter(latex[at])) {
    at += text::decode_at(latex, at).size;
    return latex.substr(begin, at - begin);
  }
  while (at < latex.size() && text::is_ascii_letter(latex[at])) ++at;
  const std::string_view name = latex.substr(begin, at - begin);
  if (at < latex.size() && latex[at] == '*') ++at;
  while (at < latex.size() && kind_of(latex[at]) == blank) ++at;
  return name;
}

// Mathematics as text; nothing where text cannot say it.
std::optional<std::string> text_of_mathematics(std::string_view latex);

class LatexReader {
 public:
  explicit LatexReader(std::string_view latex) : latex_(latex) { out_.reserve(latex.size()); }

  std::string run() && {
    while (at_ < latex_.size()) step();
    while (!groups_.empty()) close_group();
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  // A group in braces and what is to be done at its end; also the argument of an accent without braces.
  struct Group {
    std::size_t begin;  // of its text
    ArgumentUse use = ArgumentUse::shown;
    char32_t accent = 0;
    char32_t inner_accent = 0;  // \'\"u
  };

  void step() {
    const std::size_t begin = at_;
    while (at_ < latex_.size()) {
      const std::uint8_t kind = kind_of(latex_[at_]);
      // A single blank inside is like any other character.
      const bool single = kind == blank && latex_[at_] == ' ' && at_ + 1 < latex_.size() && at_ > begin &&
                          kind_of(latex_[at_ + 1]) == plain;
      if (kind != plain && !single) break;
      ++at_;
      if (pending_) break;
    }
    if (at_ > begin) {
      if (pending_) at_ = begin + text::decode_at(latex_, begin).size;
      out_.append(latex_, begin, at_ - begin);
      settle();
      return;
    }
    special(latex_[at_++]);
  }

  void special(char c) {
    switch (c) {
      case '\\':
        return command();
      case '{':
        groups_.push_back(next_group());
        return;
      case '}':
        if (!groups_.empty()) close_group();
        return settle();
      case '$':
        return mathematics();
      case '~':
        out_ += "\u00A0";
        return settle();
      case '-':
        return dashes();
      case '`':
        out_ += accept('`') ? "“" : "‘";
        return settle();
      case '\'':
        out_ += accept('\'') ? "”" : "'";
        return settle();
      case '?':
        out_ += accept('`') ? "¿" : "?";
        return settle();
      case '!':
        out_ += accept('`') ? "¡" : "!";
        return settle();
      default:
        skip_blanks();
        put_blank();
    }
  }

  bool accept(char c) {
    if (at_ >= latex_.size() || latex_[at_] != c) return false;
    ++at_;
    return true;
  }
  void skip_blanks() {
    while (at_ < latex_.size() && kind_of(latex_[at_]) == blank) ++at_;
  }
  void put_blank() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

  void dashes() {
    std::size_t count = 1;
    while (count < 3 && accept('-')) ++count;
    out_ += count == 1 ? "-" : count == 2 ? "–" : "—";
    settle();
  }

  // What waits for an argument gets the next group or character.
  Group next_group() {
    Group group{out_.size()};
    if (pending_) {
      group.use = pending_->use;
      group.accent = pending_->accent;
      group.inner_accent = pending_->inner_accent;
      group.begin = pending_->begin;
      pending_.reset();
    }
    return group;
  }
  void settle() {
    if (!pending_) return;
    const Group group = *pending_;
    pending_.reset();
    finish(group);
  }
  void close_group() {
    const Group group = groups_.back();
    groups_.pop_back();
    finish(group);
  }
  void finish(const Group& group) {
    const std::size_t begin = std::min(group.begin, out_.size());
    if (group.inner_accent != 0) put_accent(out_, begin, group.inner_accent);
    if (group.accent != 0) put_accent(out_, begin, group.accent);
    switch (group.use) {
      case ArgumentUse::dropped:
        out_.resize(begin);
        break;
      case ArgumentUse::quoted:
        out_ += "”";
        break;
      case ArgumentUse::superscript:
        shift(out_, begin, superscript_of);
        break;
      case ArgumentUse::subscript:
        shift(out_, begin, subscript_of);
        break;
      case ArgumentUse::second:  // the first argument is done with: the second is shown
        out_.resize(begin);
        break;
      default:
        break;
    }
  }

  void command() {
    const std::size_t behind = at_;
    const std::string_view name = read_command(latex_, at_);
    if (name.empty()) return;
    if (static_cast<unsigned char>(name.front()) >= 0x80) {  // no command has such a name: the letter stays
      out_ += name;
      return settle();
    }
    if (const char32_t accent = combining_accent(name)) {
      if (!text::is_ascii_letter(name.front())) skip_blanks();
      if (pending_ && pending_->accent != 0) {
        pending_->inner_accent = accent;
      } else {
        pending_ = Group{out_.size(), ArgumentUse::shown, accent};
      }
      if (at_ >= latex_.size() || latex_[at_] == '}') settle();
      return;
    }
    if (name == "char") return character();
    if (const std::optional<std::string_view> text = text_of_command(name)) {
      if (*text == " ") {
        skip_blanks();
        put_blank();
      } else {
        out_ += *text;
      }
      // "\&" swallows no blank, and neither does a command in a group: "{\ss} ".
      return settle();
    }
    const ArgumentUse use = argument_use(name);
    while (at_ < latex_.size() && latex_[at_] == '[') skip_option();
    if (at_ >= latex_.size() || latex_[at_] != '{') {  // an unknown command without argument
      if (use == ArgumentUse::shown && is_unknown_word(name)) at_ = behind + name.size();
      return settle();
    }
    if (use == ArgumentUse::mathematics) return mathematics_in_braces();
    if (use == ArgumentUse::quoted) out_ += "“";
    pending_ = Group{out_.size(), use, 0};
  }

  static bool is_unknown_word(std::string_view name) { return text::is_ascii_letter(name.front()); }

  void skip_option() {
    const std::size_t close = latex_.find(']', at_);
    if (close == std::string_view::npos) {
      at_ = std::min(at_ + 1, latex_.size());
      return;
    }
    at_ = close + 1;
  }

  // "\char61", "\char`\{"
  void character() {
    char32_t value = 0;
    std::size_t digits = 0;
    for (; at_ < latex_.size() && text::is_ascii_digit(latex_[at_]) && digits < 7; ++at_, ++digits)
      value = value * 10 + static_cast<char32_t>(latex_[at_] - '0');
    if (digits > 0 && value < 0x110000 && value >= 0x20) text::append(out_, value);
    settle();
  }

  void mathematics() {
    if (no_more_dollars_) return put_dollar();
    const bool display = accept('$');
    std::size_t end = at_;
    while (end < latex_.size() && latex_[end] != '$') end += latex_[end] == '\\' ? 2 : 1;
    if (end >= latex_.size()) {
      no_more_dollars_ = true;
      if (display) out_ += '$';
      return put_dollar();
    }
    put_mathematics(latex_.substr(at_, end - at_));
    at_ = end + 1;
    if (display) accept('$');
    settle();
  }
  void put_dollar() {
    out_ += '$';
    settle();
  }
  void mathematics_in_braces() {
    std::size_t depth = 1;
    std::size_t end = at_ + 1;
    for (; end < latex_.size() && depth > 0; ++end) {
      if (latex_[end] == '{') ++depth;
      if (latex_[end] == '}') --depth;
      if (latex_[end] == '\\' && end + 1 < latex_.size()) ++end;
    }
    const std::size_t close = depth == 0 ? end - 1 : latex_.size();
    put_mathematics(latex_.substr(at_ + 1, close - at_ - 1));
    at_ = std::min(close + 1, latex_.size());
    settle();
  }
  void put_mathematics(std::string_view source) {
    if (const std::optional<std::string> text = text_of_mathematics(source)) {
      out_ += *text;
    } else {
      out_ += '$';
      for (const char c : source) {
        if (kind_of(c) == blank) {
          put_blank();
        } else {
          out_ += c;
        }
      }
      out_ += '$';
    }
  }

  std::string_view latex_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Group> groups_;
  std::optional<Group> pending_;
  bool no_more_dollars_ = false;
};

// ---------------------------------------------------------------- mathematics

bool is_ordinal(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), text::is_ascii_letter);
}

// Formulas that can be told in plain text: letters, commands that stand for a character, raised and lowered digits.
class FormulaReader {
 public:
  explicit FormulaReader(std::string_view latex) : latex_(latex) {}

  // Nothing where it holds more than that.
  std::optional<std::string> read() {
    while (at_ < latex_.size())
      if (!step()) return std::nullopt;
    if (argument_ || !shiftings_.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  struct Shifting {
    std::size_t begin;
    std::size_t depth;  // of the group that is its argument
    char mark;
  };

  bool step() {
    const char c = latex_[at_];
    if (kind_of(c) == blank) {
      ++at_;
      return true;
    }
    if (c == '^' || c == '_') return begin_shift(c);
    if (c == '{') return open();
    if (c == '}') return close();
    const std::size_t begin = out_.size();
    bool is_argument = true;
    if (c == '\\') {
      const std::optional<bool> shown = command();
      if (!shown) return false;
      is_argument = *shown;
    } else if (!character(c)) {
      return false;
    }
    if (!argument_ || !is_argument) return true;
    argument_ = false;
    return finish(begin, mark_);
  }

  bool begin_shift(char mark) {
    if (argument_) return false;
    argument_ = true;
    mark_ = mark;
    ++at_;
    return true;
  }

  bool open() {
    ++depth_;
    ++at_;
    if (argument_) shiftings_.push_back({out_.size(), depth_, mark_});
    argument_ = false;
    return true;
  }

  bool close() {
    ++at_;
    if (argument_) return false;
    if (!shiftings_.empty() && shiftings_.back().depth == depth_) {
      const Shifting shifting = shiftings_.back();
      shiftings_.pop_back();
      if (!finish(shifting.begin, shifting.mark)) return false;
    }
    if (depth_ > 0) --depth_;
    return true;
  }

  // Nothing for one that cannot be told; false for one that only says how its argument looks.
  std::optional<bool> command() {
    static constexpr std::array<std::string_view, 10> looks = {"mathrm", "mathit", "mathbf", "text",   "mathsf",
                                                               "mbox",   "textit", "rm",     "textrm", "mathcal"};
    ++at_;
    const std::string_view name = read_command(latex_, at_);
    if (const auto text = text_of_command(name); text && !name.empty()) {
      if (*text != " ") out_ += *text;
      return true;
    }
    if (std::find(looks.begin(), looks.end(), name) == looks.end()) return std::nullopt;
    return false;
  }

  bool character(char c) {
    const std::size_t size = std::max<std::size_t>(text::decode_at(latex_, at_).size, 1);
    if (c == '&' || c == '~' || c == '$') return false;
    out_.append(latex_, at_, size);
    at_ += size;
    return true;
  }

  bool finish(std::size_t begin, char mark) {
    if (shift(out_, begin, mark == '^' ? superscript_of : subscript_of)) return true;
    return mark == '^' && is_ordinal(std::string_view(out_).substr(begin));  // "5$^{th}$"
  }

  std::string_view latex_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Shifting> shiftings_;
  std::size_t depth_ = 0;
  bool argument_ = false;  // the next character or group is the argument of ^ or _
  char mark_ = '^';
};

std::optional<std::string> text_of_mathematics(std::string_view latex) { return FormulaReader(latex).read(); }

}  // namespace

std::string text_of_latex(std::string_view latex) { return LatexReader(latex).run(); }

std::string text_of_verbatim(std::string_view value) {
  value = text::trim(value);
  if (value.starts_with("\\url{") && value.ends_with('}')) value = value.substr(5, value.size() - 6);
  while (value.size() >= 2 &&
         ((value.front() == '{' && value.back() == '}') || (value.front() == '<' && value.back() == '>')))
    value = text::trim(value.substr(1, value.size() - 2));
  if (value.find_first_of("\\\n\r\t") == std::string_view::npos) return std::string(value);
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (kind_of(c) == blank) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == '\\' && i + 1 < value.size() &&
               std::string_view("_%&#~$^{}").find(value[i + 1]) != std::string_view::npos) {
      out += value[++i];
    } else if (c == '\\' && value.substr(i).starts_with("\\textasciitilde")) {
      out += '~';
      i += 14;
      if (value.substr(i + 1).starts_with("{}")) i += 2;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace citegraph::bibliography
