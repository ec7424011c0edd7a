#include "bibliography/latex_symbols.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utf8proc.h>

#include "text/ascii.hpp"

namespace citegraph::bibliography {
namespace {

struct Symbol {
  char32_t character;
  std::string_view latex;
};

constexpr auto symbols = [] {
  auto table = std::to_array<Symbol>({
      {U'\u00A0', "~"},
      {U'¡', "{!`}"},
      {U'¢', "{\\textcent}"},
      {U'£', "{\\pounds}"},
      {U'¥', "{\\textyen}"},
      {U'§', "{\\S}"},
      {U'©', "{\\copyright}"},
      {U'ª', "{\\textordfeminine}"},
      {U'«', "{\\guillemotleft}"},
      {U'¬', "\\ensuremath{\\neg}"},
      {U'\u00AD', "\\-"},
      {U'®', "{\\textregistered}"},
      {U'°', "{\\textdegree}"},
      {U'±', "\\ensuremath{\\pm}"},
      {U'²', "\\textsuperscript{2}"},
      {U'³', "\\textsuperscript{3}"},
      {U'µ', "\\ensuremath{\\mu}"},
      {U'¶', "{\\P}"},
      {U'·', "{\\textperiodcentered}"},
      {U'¹', "\\textsuperscript{1}"},
      {U'º', "{\\textordmasculine}"},
      {U'»', "{\\guillemotright}"},
      {U'¼', "{\\textonequarter}"},
      {U'½', "{\\textonehalf}"},
      {U'¾', "{\\textthreequarters}"},
      {U'¿', "{?`}"},
      {U'Æ', "{\\AE}"},
      {U'Ð', "{\\DH}"},
      {U'×', "\\ensuremath{\\times}"},
      {U'Ø', "{\\O}"},
      {U'Þ', "{\\TH}"},
      {U'ß', "{\\ss}"},
      {U'æ', "{\\ae}"},
      {U'ð', "{\\dh}"},
      {U'÷', "\\ensuremath{\\div}"},
      {U'ø', "{\\o}"},
      {U'þ', "{\\th}"},
      {U'Å', "{\\AA}"},
      {U'å', "{\\aa}"},
      {U'Đ', "{\\DJ}"},
      {U'đ', "{\\dj}"},
      {U'ı', "{\\i}"},
      {U'ȷ', "{\\j}"},
      {U'Ł', "{\\L}"},
      {U'ł', "{\\l}"},
      {U'Ŋ', "{\\NG}"},
      {U'ŋ', "{\\ng}"},
      {U'Œ', "{\\OE}"},
      {U'œ', "{\\oe}"},
      {U'ẞ', "{SS}"},
      {U'ʹ', "'"},
      {U'ʼ', "'"},
      {U'ˈ', "'"},
      {U'Α', "A"},
      {U'Β', "B"},
      {U'Γ', "\\ensuremath{\\Gamma}"},
      {U'Δ', "\\ensuremath{\\Delta}"},
      {U'Ε', "E"},
      {U'Ζ', "Z"},
      {U'Η', "H"},
      {U'Θ', "\\ensuremath{\\Theta}"},
      {U'Ι', "I"},
      {U'Κ', "K"},
      {U'Λ', "\\ensuremath{\\Lambda}"},
      {U'Μ', "M"},
      {U'Ν', "N"},
      {U'Ξ', "\\ensuremath{\\Xi}"},
      {U'Ο', "O"},
      {U'Π', "\\ensuremath{\\Pi}"},
      {U'Ρ', "P"},
      {U'Σ', "\\ensuremath{\\Sigma}"},
      {U'Τ', "T"},
      {U'Υ', "\\ensuremath{\\Upsilon}"},
      {U'Φ', "\\ensuremath{\\Phi}"},
      {U'Χ', "X"},
      {U'Ψ', "\\ensuremath{\\Psi}"},
      {U'Ω', "\\ensuremath{\\Omega}"},
      {U'α', "\\ensuremath{\\alpha}"},
      {U'β', "\\ensuremath{\\beta}"},
      {U'γ', "\\ensuremath{\\gamma}"},
      {U'δ', "\\ensuremath{\\delta}"},
      {U'ε', "\\ensuremath{\\varepsilon}"},
      {U'ζ', "\\ensuremath{\\zeta}"},
      {U'η', "\\ensuremath{\\eta}"},
      {U'θ', "\\ensuremath{\\theta}"},
      {U'ι', "\\ensuremath{\\iota}"},
      {U'κ', "\\ensuremath{\\kappa}"},
      {U'λ', "\\ensuremath{\\lambda}"},
      {U'μ', "\\ensuremath{\\mu}"},
      {U'ν', "\\ensuremath{\\nu}"},
      {U'ξ', "\\ensuremath{\\xi}"},
      {U'ο', "o"},
      {U'π', "\\ensuremath{\\pi}"},
      {U'ρ', "\\ensuremath{\\rho}"},
      {U'ς', "\\ensuremath{\\varsigma}"},
      {U'σ', "\\ensuremath{\\sigma}"},
      {U'τ', "\\ensuremath{\\tau}"},
      {U'υ', "\\ensuremath{\\upsilon}"},
      {U'φ', "\\ensuremath{\\varphi}"},
      {U'χ', "\\ensuremath{\\chi}"},
      {U'ψ', "\\ensuremath{\\psi}"},
      {U'ω', "\\ensuremath{\\omega}"},
      {U'ϵ', "\\ensuremath{\\epsilon}"},
      {U'ϕ', "\\ensuremath{\\phi}"},
      {U'\u2002', " "},
      {U'\u2003', " "},
      {U'\u2009', "\\,"},
      {U'\u200A', "\\,"},
      {U'\u200B', ""},
      {U'\u200C', ""},
      {U'\u200D', ""},
      {U'‐', "-"},
      {U'‑', "-"},
      {U'‒', "--"},
      {U'–', "--"},
      {U'—', "---"},
      {U'―', "---"},
      {U'‘', "`"},
      {U'’', "'"},
      {U'‚', "{\\quotesinglbase}"},
      {U'‛', "`"},
      {U'“', "``"},
      {U'”', "''"},
      {U'„', "{\\quotedblbase}"},
      {U'†', "{\\dag}"},
      {U'‡', "{\\ddag}"},
      {U'•', "{\\textbullet}"},
      {U'…', "{\\ldots}"},
      {U'\u202F', "\\,"},
      {U'‰', "{\\textperthousand}"},
      {U'′', "'"},
      {U'″', "''"},
      {U'‹', "{\\guilsinglleft}"},
      {U'›', "{\\guilsinglright}"},
      {U'⁰', "\\textsuperscript{0}"},
      {U'⁴', "\\textsuperscript{4}"},
      {U'⁵', "\\textsuperscript{5}"},
      {U'⁶', "\\textsuperscript{6}"},
      {U'⁷', "\\textsuperscript{7}"},
      {U'⁸', "\\textsuperscript{8}"},
      {U'⁹', "\\textsuperscript{9}"},
      {U'⁺', "\\textsuperscript{+}"},
      {U'⁻', "\\textsuperscript{-}"},
      {U'₀', "\\ensuremath{_0}"},
      {U'₁', "\\ensuremath{_1}"},
      {U'₂', "\\ensuremath{_2}"},
      {U'₃', "\\ensuremath{_3}"},
      {U'₄', "\\ensuremath{_4}"},
      {U'₅', "\\ensuremath{_5}"},
      {U'₆', "\\ensuremath{_6}"},
      {U'₇', "\\ensuremath{_7}"},
      {U'₈', "\\ensuremath{_8}"},
      {U'₉', "\\ensuremath{_9}"},
      {U'€', "{\\texteuro}"},
      {U'№', "{\\textnumero}"},
      {U'™', "{\\texttrademark}"},
      {U'←', "\\ensuremath{\\leftarrow}"},
      {U'→', "\\ensuremath{\\rightarrow}"},
      {U'↔', "\\ensuremath{\\leftrightarrow}"},
      {U'∂', "\\ensuremath{\\partial}"},
      {U'∈', "\\ensuremath{\\in}"},
      {U'−', "\\ensuremath{-}"},
      {U'√', "\\ensuremath{\\surd}"},
      {U'∞', "\\ensuremath{\\infty}"},
      {U'∼', "\\ensuremath{\\sim}"},
      {U'≈', "\\ensuremath{\\approx}"},
      {U'≠', "\\ensuremath{\\neq}"},
      {U'≤', "\\ensuremath{\\leq}"},
      {U'≥', "\\ensuremath{\\geq}"},
      {U'\uFEFF', ""},
      {U'ﬀ', "ff"},
      {U'ﬁ', "fi"},
      {U'ﬂ', "fl"},
      {U'ﬃ', "ffi"},
      {U'ﬄ', "ffl"},
  });
  std::sort(table.begin(), table.end(), [](const Symbol& a, const Symbol& b) { return a.character < b.character; });
  return table;
}();

// The accent command for a combining character, or nothing.
constexpr std::string_view accent_command(utf8proc_int32_t combining) noexcept {
  switch (combining) {
    case 0x300:
      return "`";
    case 0x301:
      return "'";
    case 0x302:
      return "^";
    case 0x303:
      return "~";
    case 0x304:
      return "=";
    case 0x306:
      return "u";
    case 0x307:
      return ".";
    case 0x308:
      return "\"";
    case 0x30A:
      return "r";
    case 0x30B:
      return "H";
    case 0x30C:
      return "v";
    case 0x323:
      return "d";
    case 0x326:
      return "textcommabelow";
    case 0x327:
      return "c";
    case 0x328:
      return "k";
    case 0x331:
      return "b";
    default:
      return {};
  }
}

// {\"u}, {\v{s}}, {\"{\i}}
std::string accented(char letter, std::string_view command, bool above) {
  std::string latex = "{\\" + std::string(command);
  const char first = command.front();
  const bool word = text::is_ascii_letter(first);  // "\\v" needs a brace behind it
  if (above && (letter == 'i' || letter == 'j')) {
    latex += std::string("{\\") + letter + "}";
  } else if (word) {
    latex += std::string("{") + letter + "}";
  } else {
    latex += letter;
  }
  return latex + "}";
}

}  // namespace

std::optional<std::string> latex_symbol(char32_t c) {
  const auto place = std::lower_bound(symbols.begin(), symbols.end(), c,
                                      [](const Symbol& symbol, char32_t wanted) { return symbol.character < wanted; });
  if (place != symbols.end() && place->character == c) return std::string(place->latex);
  std::array<utf8proc_int32_t, 4> parts{};
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                             UTF8PROC_DECOMPOSE, &boundary);
  if (count != 2 || parts[0] > 0x7F) return std::nullopt;
  const std::string_view command = accent_command(parts[1]);
  if (command.empty()) return std::nullopt;
  const bool below = parts[1] == 0x323 || (parts[1] >= 0x326 && parts[1] <= 0x328) || parts[1] == 0x331;
  return accented(static_cast<char>(parts[0]), command, !below);
}

std::string composed(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return std::string(text);
  utf8proc_uint8_t* result = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &result, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (size < 0) return std::string(text);  // no UTF-8
  std::string out(reinterpret_cast<const char*>(result), static_cast<std::size_t>(size));
  std::free(result);
  return out;
}

}  // namespace citegraph::bibliography
