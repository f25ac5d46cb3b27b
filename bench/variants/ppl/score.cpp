// How likely is a Chinese text to Debian's trigram model of words? One text a line in, "<sum of log10 P> <Han>" a line out.
// The model knows words, not characters: the likeliest segmentation counts (Viterbi over the model's own vocabulary).
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libime/core/languagemodel.h>
#include <libime/core/lattice.h>

namespace {

constexpr int kLongestWord = 6; // in characters
constexpr size_t kBeam = 12;    // hypotheses kept at each place; they differ in their last two words

using Range = std::pair<uint32_t, uint32_t>;

constexpr std::array<Range, 5> kHan{{{0x3007, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}}};

// Marks, line ends (U+2028 stands for a newline inside a text) and emoji, which in a post stand where a full stop would.
constexpr std::array<Range, 14> kSentenceEnds{{{0x0A, 0x0A}, {0x0D, 0x0D}, {0x21, 0x21}, {0x3B, 0x3B}, {0x3F, 0x3F},
                                              {0x7E, 0x7E}, {0x2026, 0x2029}, {0x2600, 0x27BF}, {0x2B50, 0x2B55},
                                              {0x3002, 0x3002}, {0xFF01, 0xFF01}, {0xFF1B, 0xFF1F}, {0xFF5E, 0xFF5E},
                                              {0x1F000, 0x1FAFF}}};

template <size_t N> bool isIn(const std::array<Range, N> &ranges, uint32_t point) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range &r) { return point >= r.first && point <= r.second; });
}

struct Sum {
    double logProb = 0;
    int han = 0;
};

struct Hypothesis {
    double logProb;
    libime::State state;
};

// Characters of one sentence as byte offsets; words may not reach over a break (a comma, a digit, a letter).
struct Sentence {
    std::vector<size_t> from, to;
    std::vector<bool> breakBefore;
    bool broken = false;

    void add(size_t begin, size_t end) {
        from.push_back(begin);
        to.push_back(end);
        breakBefore.push_back(broken);
        broken = false;
    }
};

class Scorer {
public:
    explicit Scorer(const char *file) : model_(file), unknown_(model_.unknown()) {}

    Sum score(std::string_view text) const {
        Sum sum;
        Sentence sentence;
        for (size_t at = 0; at < text.size();) {
            size_t next = at;
            const uint32_t point = decode(text, next);
            if (isIn(kHan, point)) {
                sentence.add(at, next);
            } else if (isIn(kSentenceEnds, point)) {
                finish(text, sentence, sum);
            } else {
                sentence.broken = true;
            }
            at = next;
        }
        finish(text, sentence, sum);
        return sum;
    }

private:
    // Node writes well-formed UTF-8.
    static uint32_t decode(std::string_view text, size_t &at) {
        const unsigned char lead = static_cast<unsigned char>(text[at++]);
        if (lead < 0x80) return lead;
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        uint32_t point = lead & (0x3F >> more);
        for (int i = 0; i < more && at < text.size(); ++i) point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
        return point;
    }

    void finish(std::string_view text, Sentence &sentence, Sum &sum) const {
        sum.logProb += bestPath(text, sentence);
        sum.han += static_cast<int>(sentence.from.size());
        sentence = Sentence();
    }

    double bestPath(std::string_view text, const Sentence &sentence) const {
        const size_t length = sentence.from.size();
        std::vector<std::vector<Hypothesis>> at(length + 1);
        at[0].push_back({0, model_.beginState()});
        for (size_t begin = 0; begin < length; ++begin) {
            prune(at[begin]);
            for (size_t end = begin + 1; end <= length && end <= begin + kLongestWord; ++end) {
                if (end > begin + 1 && sentence.breakBefore[end - 1]) break;
                const auto word = text.substr(sentence.from[begin], sentence.to[end - 1] - sentence.from[begin]);
                const auto index = model_.index(word);
                // a character that the model does not know still has to be passed
                if (index == unknown_ && end > begin + 1) continue;
                extend(at[begin], libime::WordNode(word, index), at[end]);
            }
        }
        prune(at[length]);
        return at[length].front().logProb;
    }

    void extend(const std::vector<Hypothesis> &before, const libime::WordNode &word, std::vector<Hypothesis> &after) const {
        for (const auto &hypothesis : before) {
            libime::State state;
            const double logProb = hypothesis.logProb + model_.score(hypothesis.state, word, state);
            after.push_back({logProb, state});
        }
    }

    static void prune(std::vector<Hypothesis> &all) {
        const size_t kept = std::min(kBeam, all.size());
        const auto better = [](const Hypothesis &a, const Hypothesis &b) { return a.logProb > b.logProb; };
        std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(), better);
        all.resize(kept);
    }

    libime::LanguageModel model_;
    libime::WordIndex unknown_;
};

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: score <model.lm>\n");
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const Scorer scorer(argv[1]);
    for (std::string line; std::getline(std::cin, line);) {
        const Sum sum = scorer.score(line);
        std::printf("%.6f %d\n", sum.logProb, sum.han);
        std::fflush(stdout);
    }
    return 0;
}
