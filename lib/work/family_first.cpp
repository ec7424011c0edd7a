#include "work/family_first.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "text/word_table.hpp"

namespace citegraph::work {
namespace {

using Word = std::string_view;

constexpr auto surnames = text::word_set({
    "bai",  "cai",   "cao",  "chang", "chen",  "cheng", "cui",  "dai", "deng", "ding", "dong",  "du",
    "duan", "fan",   "fang", "feng",  "fu",    "gao",   "gu",   "guo", "han",  "hao",  "he",    "hou",
    "hu",   "huang", "jia",  "jiang", "jin",   "kang",  "kong", "lai", "lei",  "li",   "liang", "liao",
    "lin",  "liu",   "lou",  "lu",    "luo",   "lv",    "ma",   "mao", "meng", "mo",   "ni",    "pan",
    "peng", "qian",  "qin",  "qiu",   "ren",   "shao",  "shen", "shi", "song", "su",   "sun",   "tan",
    "tang", "tao",   "tian", "wan",   "wang",  "wei",   "wen",  "wu",  "xi",   "xia",  "xiang", "xiao",
    "xie",  "xiong", "xu",   "xue",   "yan",   "yang",  "yao",  "ye",  "yi",   "yin",  "yu",    "yuan",
    "zeng", "zhang", "zhao", "zheng", "zhong", "zhou",  "zhu",  "zou",
});

constexpr auto korean_surnames = text::word_set({
    "ahn",  "ban",  "cho", "choi", "chung", "han",  "hong", "hwang", "jang", "jeon", "jeong",
    "jung", "kang", "kim", "ko",   "kwak",  "kwon", "lee",  "lim",   "moon", "noh",  "oh",
    "park", "rhee", "roh", "seo",  "shin",  "song", "suh",  "yang",  "yi",   "yoo",  "yoon",
});

constexpr auto vietnamese_surnames = text::word_set({
    "bui",
    "dang",
    "duong",
    "hoang",
    "huynh",
    "ngo",
    "nguyen",
    "pham",
    "phan",
    "tran",
    "truong",
    "vu",
});

// What a syllable may begin with, besides nothing.
constexpr std::string_view initial_letters = "bpmfdtnlghkjqxrzcsyw";
constexpr std::string_view before_h = "zcs";  // "zh", "ch", "sh"

// By their first letters.
constexpr auto finals = std::to_array<Word>({
    "a",   "ai",   "an", "ang", "ao",  "e",  "ei", "en", "eng", "er",  "i",    "ia", "ian", "iang", "iao", "ie", "in",
    "ing", "iong", "iu", "o",   "ong", "ou", "u",  "ua", "uai", "uan", "uang", "ue", "ui",  "un",   "uo",  "v",
});

bool is_one_of(std::string_view letters, char c) noexcept { return letters.find(c) != std::string_view::npos; }

constexpr std::size_t longest = 16;
constexpr unsigned most_syllables = 3;

// Takes the ends of the syllables, and of their finals, that may begin at `at`.
template <class Take>
void for_each_final(Word word, std::size_t at, Take take) {
  for (const Word final : finals) {
    if (final[0] < word[at]) continue;
    if (final[0] > word[at]) return;
    if (word.substr(at).starts_with(final)) take(at + final.size());
  }
}

template <class Take>
void for_each_syllable(Word word, std::size_t at, Take take) {
  if (at == 0) for_each_final(word, at, take);
  if (!is_one_of(initial_letters, word[at]) || at + 1 == word.size()) return;
  for_each_final(word, at + 1, take);
  if (word[at + 1] == 'h' && is_one_of(before_h, word[at]) && at + 2 < word.size()) for_each_final(word, at + 2, take);
}

}  // namespace

bool is_chinese_surname(Word folded) noexcept { return surnames.contains(folded); }

bool is_korean_surname(Word folded) noexcept { return korean_surnames.contains(folded); }
bool is_vietnamese_surname(Word folded) noexcept { return vietnamese_surnames.contains(folded); }

bool is_pinyin(Word folded) noexcept {
  if (folded.size() < 2 || folded.size() > longest || !is_one_of("aeiouvngr", folded.back())) return false;
  // reached[i]: bit n is set where the first i letters are n syllables.
  std::array<std::uint8_t, longest + 1> reached{};
  reached[0] = 1;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (reached[i] == 0) continue;
    for_each_syllable(folded, i, [&](std::size_t end) {
      reached[end] = static_cast<std::uint8_t>(reached[end] | (reached[i] << 1U));
    });
  }
  constexpr unsigned allowed = (1U << (most_syllables + 1)) - 1;
  return (reached[folded.size()] & allowed) != 0;
}

}  // namespace citegraph::work
