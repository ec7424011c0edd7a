#include "bibliography/latex_commands.hpp"

#include <algorithm>
#include <array>

namespace citegraph::bibliography {
namespace {

struct Command {
  std::string_view name;
  std::string_view text;
};

// Sorted by name. Those of LaTeX's kernel and of the packages that bibliographies are written for (textcomp, inputenc's
// and Zotero's tables, babel's quotation marks, amssymb); what only changes a font or a place has no text.
// clang-format off
constexpr Command commands[] = {
    {"\t", " "}, {"\n", " "}, {"\r", " "}, {" ", " "}, {"!", ""}, {"#", "#"}, {"$", "$"}, {"%", "%"}, {"&", "&"},
    {"(", ""}, {")", ""}, {"*", ""}, {",", "\u2009"}, {"-", ""}, {"/", ""}, {":", " "}, {";", " "}, {">", " "},
    {"@", ""}, {"AA", "Å"}, {"AE", "Æ"}, {"Alpha", "Α"}, {"Beta", "Β"}, {"BibTeX", "BibTeX"}, {"Big", ""},
    {"Box", "□"}, {"Chi", "Χ"}, {"DH", "Ð"}, {"DJ", "Đ"}, {"Delta", "Δ"}, {"Diamond", "◇"}, {"EUR", "€"},
    {"Epsilon", "Ε"}, {"Eta", "Η"}, {"Gamma", "Γ"}, {"IJ", "Ĳ"}, {"Im", "ℑ"}, {"Iota", "Ι"}, {"Kappa", "Κ"},
    {"L", "Ł"}, {"LaTeX", "LaTeX"}, {"LaTeXe", "LaTeX2ε"}, {"Lambda", "Λ"}, {"Large", ""}, {"Leftarrow", "⇐"},
    {"Leftrightarrow", "⇔"}, {"LuaTeX", "LuaTeX"}, {"Mu", "Μ"}, {"NG", "Ŋ"}, {"Nu", "Ν"}, {"O", "Ø"}, {"OE", "Œ"},
    {"Omega", "Ω"}, {"Omicron", "Ο"}, {"P", "¶"}, {"Phi", "Φ"}, {"Pi", "Π"}, {"Pr", "Pr"}, {"Psi", "Ψ"}, {"Re", "ℜ"},
    {"Rho", "Ρ"}, {"Rightarrow", "⇒"}, {"S", "§"}, {"SS", "ẞ"}, {"Sigma", "Σ"}, {"TH", "Þ"}, {"Tau", "Τ"},
    {"TeX", "TeX"}, {"Theta", "Θ"}, {"Upsilon", "Υ"}, {"Vert", "‖"}, {"XeTeX", "XeTeX"}, {"Xi", "Ξ"}, {"Zeta", "Ζ"},
    {"[", ""}, {"\\", " "}, {"]", ""}, {"_", "_"}, {"aa", "å"}, {"addcolon", ":"}, {"addcomma", ","}, {"adddot", "."},
    {"addspace", " "}, {"ae", "æ"}, {"aleph", "ℵ"}, {"allowbreak", ""}, {"alpha", "α"}, {"angle", "∠"},
    {"approx", "≈"}, {"approxeq", "≊"}, {"arg", "arg"}, {"ast", "*"}, {"asymp", "≍"}, {"backslash", "\\"},
    {"beta", "β"}, {"beth", "ℶ"}, {"bf", ""}, {"bfseries", ""}, {"bibinitdelim", " "}, {"bibinitperiod", "."},
    {"biblatex", "biblatex"}, {"bibrangedash", "–"}, {"big", ""}, {"bigcap", "⋂"}, {"bigcup", "⋃"}, {"bigl", ""},
    {"bigoplus", "⨁"}, {"bigr", ""}, {"bmod", "mod"}, {"boldmath", ""}, {"bot", "⊥"}, {"bullet", "•"}, {"cap", "∩"},
    {"cdot", "·"}, {"cdots", "⋯"}, {"checkmark", "✓"}, {"chi", "χ"}, {"circ", "∘"}, {"clubsuit", "♣"}, {"colon", ":"},
    {"cong", "≅"}, {"copyright", "©"}, {"cos", "cos"}, {"cosh", "cosh"}, {"cup", "∪"}, {"cyr", ""}, {"dag", "†"},
    {"dagger", "†"}, {"dashv", "⊣"}, {"ddag", "‡"}, {"ddagger", "‡"}, {"deg", "deg"}, {"degree", "°"}, {"delta", "δ"},
    {"det", "det"}, {"dh", "ð"}, {"diamondsuit", "♦"}, {"dim", "dim"}, {"displaystyle", ""}, {"div", "÷"},
    {"dj", "đ"}, {"doteq", "≐"}, {"dots", "…"}, {"dotsb", "…"}, {"dotsc", "…"}, {"downarrow", "↓"}, {"dq", "\""},
    {"ell", "ℓ"}, {"em", ""}, {"emptyset", "∅"}, {"emspace", " "}, {"enspace", " "}, {"epsilon", "ϵ"}, {"equiv", "≡"},
    {"eta", "η"}, {"euro", "€"}, {"exists", "∃"}, {"exp", "exp"}, {"flat", "♭"}, {"flq", "‹"}, {"flqq", "«"},
    {"footnotesize", ""}, {"forall", "∀"}, {"frq", "›"}, {"frqq", "»"}, {"gamma", "γ"}, {"gcd", "gcd"}, {"ge", "≥"},
    {"geq", "≥"}, {"geqslant", "≥"}, {"gets", "←"}, {"gg", "≫"}, {"glq", "‚"}, {"glqq", "„"}, {"grq", "‘"},
    {"grqq", "“"}, {"gtrsim", "≳"}, {"guillemetleft", "«"}, {"guillemetright", "»"}, {"guillemotleft", "«"},
    {"guillemotright", "»"}, {"guilsinglleft", "‹"}, {"guilsinglright", "›"}, {"hbar", "ℏ"}, {"heartsuit", "♥"},
    {"hfill", " "}, {"hom", "hom"}, {"hookrightarrow", "↪"}, {"hskip", " "}, {"hyphen", "-"}, {"i", "ı"},
    {"iff", "⇔"}, {"ij", "ĳ"}, {"imath", "ı"}, {"implies", "⇒"}, {"in", "∈"}, {"inf", "inf"}, {"infty", "∞"},
    {"int", "∫"}, {"iota", "ι"}, {"it", ""}, {"itshape", ""}, {"j", "ȷ"}, {"jmath", "ȷ"}, {"kappa", "κ"},
    {"ker", "ker"}, {"l", "ł"}, {"lambda", "λ"}, {"land", "∧"}, {"langle", "⟨"}, {"large", ""}, {"lbrace", "{"},
    {"lbrack", "["}, {"lceil", "⌈"}, {"ldots", "…"}, {"le", "≤"}, {"left", ""}, {"leftarrow", "←"},
    {"leftrightarrow", "↔"}, {"leq", "≤"}, {"leqslant", "≤"}, {"lesssim", "≲"}, {"lfloor", "⌊"}, {"lim", "lim"},
    {"limits", ""}, {"linebreak", " "}, {"ll", "≪"}, {"ln", "ln"}, {"lnot", "¬"}, {"lnsim", "⋦"}, {"log", "log"},
    {"longleftarrow", "⟵"}, {"longleftrightarrow", "⟷"}, {"longrightarrow", "⟶"}, {"lor", "∨"}, {"lq", "‘"},
    {"ltimes", "⋉"}, {"mapsto", "↦"}, {"max", "max"}, {"mdseries", ""}, {"mid", "∣"}, {"min", "min"}, {"mod", "mod"},
    {"models", "⊨"}, {"mp", "∓"}, {"mu", "μ"}, {"nabla", "∇"}, {"natural", "♮"}, {"ne", "≠"}, {"neg", "¬"},
    {"negthinspace", ""}, {"neq", "≠"}, {"newblock", " "}, {"newline", " "}, {"ng", "ŋ"}, {"ni", "∋"},
    {"nobreak", ""}, {"nobreakspace", "\u00a0"}, {"noindent", ""}, {"nolinebreak", ""}, {"normalfont", ""},
    {"normalsize", ""}, {"notin", "∉"}, {"nu", "ν"}, {"o", "ø"}, {"odot", "⊙"}, {"oe", "œ"}, {"oint", "∮"},
    {"omega", "ω"}, {"omicron", "ο"}, {"ominus", "⊖"}, {"oplus", "⊕"}, {"otimes", "⊗"}, {"par", " "},
    {"parallel", "∥"}, {"partial", "∂"}, {"penalty", ""}, {"perp", "⊥"}, {"phi", "ϕ"}, {"pi", "π"}, {"pm", "±"},
    {"pounds", "£"}, {"prec", "≺"}, {"preceq", "⪯"}, {"prime", "′"}, {"prod", "∏"}, {"propto", "∝"}, {"protect", ""},
    {"psi", "ψ"}, {"qquad", " "}, {"quad", " "}, {"quotedblbase", "„"}, {"quotesinglbase", "‚"}, {"rangle", "⟩"},
    {"rbrace", "}"}, {"rbrack", "]"}, {"rceil", "⌉"}, {"relax", ""}, {"rfloor", "⌋"}, {"rho", "ρ"}, {"right", ""},
    {"rightarrow", "→"}, {"rightleftharpoons", "⇌"}, {"rm", ""}, {"rmdefault", ""}, {"rmfamily", ""}, {"rq", "’"},
    {"rtimes", "⋊"}, {"sc", ""}, {"scriptsize", ""}, {"scriptstyle", ""}, {"scshape", ""}, {"setminus", "∖"},
    {"sf", ""}, {"sffamily", ""}, {"sharp", "♯"}, {"sigma", "σ"}, {"sim", "∼"}, {"simeq", "≃"}, {"sin", "sin"},
    {"sinh", "sinh"}, {"sl", ""}, {"slash", "/"}, {"slshape", ""}, {"small", ""}, {"space", " "}, {"spadesuit", "♠"},
    {"square", "□"}, {"ss", "ß"}, {"star", "⋆"}, {"subset", "⊂"}, {"subseteq", "⊆"}, {"succ", "≻"}, {"succeq", "⪰"},
    {"sum", "∑"}, {"sup", "sup"}, {"supset", "⊃"}, {"supseteq", "⊇"}, {"surd", "√"}, {"tan", "tan"}, {"tanh", "tanh"},
    {"tau", "τ"}, {"textampersand", "&"}, {"textasciiacute", "´"}, {"textasciicaron", "ˇ"}, {"textasciicircum", "^"},
    {"textasciidieresis", "¨"}, {"textasciigrave", "`"}, {"textasciimacron", "¯"}, {"textasciitilde", "~"},
    {"textasteriskcentered", "*"}, {"textbackslash", "\\"}, {"textbar", "|"}, {"textbraceleft", "{"},
    {"textbraceright", "}"}, {"textbrokenbar", "¦"}, {"textbullet", "•"}, {"textcent", "¢"}, {"textcompwordmark", ""},
    {"textcopyright", "©"}, {"textcurrency", "¤"}, {"textdagger", "†"}, {"textdaggerdbl", "‡"}, {"textdegree", "°"},
    {"textdiv", "÷"}, {"textdollar", "$"}, {"textellipsis", "…"}, {"textemdash", "—"}, {"textendash", "–"},
    {"textestimated", "℮"}, {"texteuro", "€"}, {"textexclamdown", "¡"}, {"textgrave", "`"}, {"textgreater", ">"},
    {"textleftarrow", "←"}, {"textless", "<"}, {"textlnot", "¬"}, {"textltilde", "ł"}, {"textmu", "µ"},
    {"textnumbersign", "#"}, {"textnumero", "№"}, {"textohm", "Ω"}, {"textonehalf", "½"}, {"textonequarter", "¼"},
    {"textonesuperior", "¹"}, {"textordfeminine", "ª"}, {"textordmasculine", "º"}, {"textparagraph", "¶"},
    {"textpercent", "%"}, {"textperiodcentered", "·"}, {"textperthousand", "‰"}, {"textpm", "±"}, {"textprime", "′"},
    {"textquestiondown", "¿"}, {"textquotedbl", "\""}, {"textquotedblleft", "“"}, {"textquotedblright", "”"},
    {"textquoteleft", "‘"}, {"textquoteright", "’"}, {"textquotesingle", "'"}, {"textregistered", "®"},
    {"textrightarrow", "→"}, {"textschwa", "ə"}, {"textsection", "§"}, {"textsterling", "£"}, {"textstyle", ""},
    {"textthinspace", "\u2009"}, {"textthreequarters", "¾"}, {"textthreesuperior", "³"}, {"texttimes", "×"},
    {"texttrademark", "™"}, {"texttwosuperior", "²"}, {"textunderscore", "_"}, {"textvisiblespace", "␣"},
    {"textyen", "¥"}, {"th", "þ"}, {"theta", "θ"}, {"thinspace", "\u2009"}, {"times", "×"}, {"tiny", ""}, {"to", "→"},
    {"top", "⊤"}, {"triangle", "△"}, {"tt", ""}, {"ttfamily", ""}, {"unboldmath", ""}, {"uparrow", "↑"},
    {"upshape", ""}, {"upsilon", "υ"}, {"vDash", "⊨"}, {"varepsilon", "ε"}, {"varkappa", "ϰ"}, {"varnothing", "∅"},
    {"varphi", "φ"}, {"varpi", "ϖ"}, {"varrho", "ϱ"}, {"varsigma", "ς"}, {"vartheta", "ϑ"}, {"vdash", "⊢"},
    {"vee", "∨"}, {"vert", "|"}, {"wedge", "∧"}, {"wp", "℘"}, {"wr", "≀"}, {"xi", "ξ"}, {"zeta", "ζ"}, {"{", "{"},
    {"|", "‖"}, {"}", "}"},
};
// clang-format on
static_assert(std::is_sorted(std::begin(commands), std::end(commands),
                             [](const Command& a, const Command& b) { return a.name < b.name; }));

struct Accent {
  std::string_view name;
  char32_t combining;
};

constexpr Accent accents[] = {
    {"\"", 0x308},
    {"'", 0x301},
    {".", 0x307},
    {"=", 0x304},
    {"G", 0x30F},
    {"H", 0x30B},
    {"U", 0x30E},
    {"^", 0x302},
    {"`", 0x300},
    {"acute", 0x301},
    {"b", 0x331},
    {"bar", 0x304},
    {"breve", 0x306},
    {"c", 0x327},
    {"check", 0x30C},
    {"d", 0x323},
    {"ddot", 0x308},
    {"dot", 0x307},
    {"f", 0x311},
    {"grave", 0x300},
    {"h", 0x309},
    {"hat", 0x302},
    {"k", 0x328},
    {"mathring", 0x30A},
    {"r", 0x30A},
    {"t", 0x361},
    {"textcommabelow", 0x326},
    {"textogonekcentered", 0x328},
    {"tilde", 0x303},
    {"u", 0x306},
    {"v", 0x30C},
    {"vec", 0x20D7},
    {"~", 0x303},
};
static_assert(std::is_sorted(std::begin(accents), std::end(accents),
                             [](const Accent& a, const Accent& b) { return a.name < b.name; }));

struct Use {
  std::string_view name;
  ArgumentUse use;
};

// What is missing is shown.
constexpr Use uses[] = {
    {"SortNoop", ArgumentUse::dropped},
    {"cite", ArgumentUse::dropped},
    {"enquote", ArgumentUse::quoted},
    {"ensuremath", ArgumentUse::mathematics},
    {"href", ArgumentUse::second},
    {"hspace", ArgumentUse::dropped},
    {"hyperref", ArgumentUse::second},
    {"index", ArgumentUse::dropped},
    {"label", ArgumentUse::dropped},
    {"mkbibquote", ArgumentUse::quoted},
    {"noopsort", ArgumentUse::dropped},
    {"phantom", ArgumentUse::dropped},
    {"selectlanguage", ArgumentUse::dropped},
    {"sortnoop", ArgumentUse::dropped},
    {"switchargs", ArgumentUse::second},
    {"textcolor", ArgumentUse::second},
    {"textsubscript", ArgumentUse::subscript},
    {"textsuperscript", ArgumentUse::superscript},
    {"vphantom", ArgumentUse::dropped},
    {"vspace", ArgumentUse::dropped},
};

template <class Row, std::size_t Count>
const Row* find(const Row (&table)[Count], std::string_view name) noexcept {
  const Row* row = std::lower_bound(std::begin(table), std::end(table), name,
                                    [](const Row& each, std::string_view wanted) { return each.name < wanted; });
  return row != std::end(table) && row->name == name ? row : nullptr;
}

}  // namespace

std::optional<std::string_view> text_of_command(std::string_view name) noexcept {
  const Command* command = find(commands, name);
  return command == nullptr ? std::nullopt : std::optional(command->text);
}

char32_t combining_accent(std::string_view name) noexcept {
  const Accent* accent = find(accents, name);
  return accent == nullptr ? U'\0' : accent->combining;
}

ArgumentUse argument_use(std::string_view name) noexcept {
  const auto* use = std::find_if(std::begin(uses), std::end(uses), [name](const Use& row) { return row.name == name; });
  return use == std::end(uses) ? ArgumentUse::shown : use->use;
}

namespace {

struct Shifted {
  char32_t plain;
  char32_t raised;
  char32_t lowered;
};

constexpr Shifted shifted[] = {
    {U'0', U'⁰', U'₀'}, {U'1', U'¹', U'₁'}, {U'2', U'²', U'₂'}, {U'3', U'³', U'₃'}, {U'4', U'⁴', U'₄'},
    {U'5', U'⁵', U'₅'}, {U'6', U'⁶', U'₆'}, {U'7', U'⁷', U'₇'}, {U'8', U'⁸', U'₈'}, {U'9', U'⁹', U'₉'},
    {U'+', U'⁺', U'₊'}, {U'-', U'⁻', U'₋'}, {U'n', U'ⁿ', U'ₙ'}, {U'i', U'ⁱ', U'ᵢ'}, {U'(', U'⁽', U'₍'},
    {U')', U'⁾', U'₎'}, {U'=', U'⁼', U'₌'}, {U'∘', U'°', 0},    {U'−', U'⁻', U'₋'},
};

}  // namespace

char32_t superscript_of(char32_t c) noexcept {
  for (const Shifted& row : shifted)
    if (row.plain == c) return row.raised;
  return 0;
}

char32_t subscript_of(char32_t c) noexcept {
  for (const Shifted& row : shifted)
    if (row.plain == c) return row.lowered;
  return 0;
}

}  // namespace citegraph::bibliography
