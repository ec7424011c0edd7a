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

constexpr auto initials = std::to_array<Word>({
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
    "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", "",
});

constexpr auto finals = std::to_array<Word>({
    "iang", "iong", "uang", "ang", "eng", "ong", "ian", "iao", "ing", "uai", "uan", "ai", "an", "ao", "ei", "en", "er",
    "ia",   "ie",   "in",   "iu",  "ou",  "ua",  "ue",  "ui",  "un",  "uo",  "a",   "e",  "i",  "o",  "u",  "v",
});

constexpr std::size_t longest = 16;
constexpr unsigned most_syllables = 3;

// Of the few letters of a part of a syllable most differ in the first.
bool stands_at(Word word, std::size_t at, Word part) noexcept {
  if (word.size() - at < part.size()) return false;
  for (std::size_t i = 0; i < part.size(); ++i)
    if (word[at + i] != part[i]) return false;
  return true;
}

}  // namespace

bool is_chinese_surname(Word folded) noexcept { return surnames.contains(folded); }

bool is_korean_surname(Word folded) noexcept { return korean_surnames.contains(folded); }
bool is_vietnamese_surname(Word folded) noexcept { return vietnamese_surnames.contains(folded); }

bool is_pinyin(Word folded) noexcept {
  if (folded.size() < 2 || folded.size() > longest) return false;
  // reached[i]: bit n is set where the first i letters are n syllables.
  std::array<std::uint8_t, longest + 1> reached{};
  reached[0] = 1;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (reached[i] == 0) continue;
    for (const Word initial : initials) {
      if (!stands_at(folded, i, initial) || (initial.empty() && i > 0)) continue;
      const std::size_t middle = i + initial.size();
      for (const Word final : finals) {
        if (!stands_at(folded, middle, final)) continue;
        std::uint8_t& end = reached[middle + final.size()];
        end = static_cast<std::uint8_t>(end | (reached[i] << 1U));
      }
    }
  }
  constexpr unsigned allowed = (1U << (most_syllables + 1)) - 1;
  return (reached[folded.size()] & allowed) != 0;
}

}  // namespace citegraph::work
