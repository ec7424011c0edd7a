// A long run that ^C ends: what is left behind is whole, and the run that goes on from it ends as if nothing had been.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "command/command_fixture.hpp"

namespace citegraph::test {
namespace {

constexpr int paper_count = 120;
constexpr int before_gap = 50;

std::string number(int i) {
  char text[8];
  std::snprintf(text, sizeof text, "%03d", i);
  return text;
}

std::string entry(int i) {
  return "Writer, A. (" + std::to_string(1900 + i % 100) + "). The history of canal number " + std::to_string(i) +
         ". Journal of Canals, " + std::to_string(1 + i) + "(2), 1-9.\n\n";
}

// Papers that cite each other and works in common.
std::string made_paper(int i) {
  std::string text = "# The history of canal number " + std::to_string(i) + "\n\nAnna Writer\n\n## Introduction\n\n";
  text += "As was shown before (Writer, " + std::to_string(1900 + (i + 7) % paper_count % 100) + "; Marlow, 1998).\n\n";
  text += "## References\n\n" + entry((i + 7) % paper_count) + entry((i * 31 + 5) % paper_count);
  text += i % 2 == 0 ? "Marlow, T. (1998). *Rivers of Trade*. London: Harbour Press.\n"
                     : "Marlow T: Rivers of trade. Harbour Press, London, 1998.\n";
  return text;
}

// A run of the command that goes on beside the test. Its standard error is a pipe.
class Running {
 public:
  Running(const fs::path& folder, std::vector<std::string> arguments) {
    int ends[2];
    if (::pipe(ends) != 0) return;
    process_ = ::fork();
    if (process_ == 0) {
      arguments.insert(arguments.begin(), CITEGRAPH_COMMAND);
      std::vector<char*> words;
      words.reserve(arguments.size() + 1);
      for (std::string& argument : arguments) words.push_back(argument.data());
      words.push_back(nullptr);
      const int nowhere = ::open("/dev/null", O_WRONLY);
      if (::chdir(folder.c_str()) != 0 || ::dup2(nowhere, 1) < 0 || ::dup2(ends[1], 2) < 0) ::_exit(127);
      ::close(ends[0]);
      ::close(ends[1]);
      ::execv(words.front(), words.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    errors_ = ends[0];
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    if (errors_ >= 0) (void)wait();
  }

  void send(int signal) const { ::kill(process_, signal); }

  // Waits until something is reported.
  void wait_for_report() {
    char c = 0;
    if (::read(errors_, &c, 1) == 1) reported += c;
  }

  // Waits for the end: the status as of waitpid.
  int wait() {
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(errors_, buffer, sizeof buffer)) > 0;)
      reported.append(buffer, static_cast<std::size_t>(count));
    ::close(errors_);
    errors_ = -1;
    int status = 0;
    ::waitpid(process_, &status, 0);
    return status;
  }

  std::string reported;

 private:
  pid_t process_ = -1;
  int errors_ = -1;
};

class InterruptionTest : public CommandTest {
 protected:
  void SetUp() override {
    CommandTest::SetUp();
    for (int i = 0; i < paper_count; ++i) put("p" + number(i) + ".md", made_paper(i));
  }

  static std::vector<std::string> names(int from, int to) {
    std::vector<std::string> files;
    for (int i = from; i < to; ++i) files.push_back("p" + number(i) + ".md");
    return files;
  }

  static std::vector<std::string> command(const std::vector<std::string>& files, const std::string& options) {
    std::vector<std::string> words = {"graph"};
    words.insert(words.end(), files.begin(), files.end());
    std::istringstream stream(options);
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
  }

  // What a run that nobody interrupts leaves, and has gone on from; the store is taken away.
  std::string store_of_a_whole_run(const std::vector<std::string>& words) const {
    Running whole(folder_, words);
    const int status = whole.wait();
    EXPECT_TRUE(WIFEXITED(status)) << status;
    EXPECT_EQ(whole.reported.find("interrupted"), std::string::npos);
    std::string bytes = get("field.cgs");
    EXPECT_FALSE(bytes.empty());
    fs::remove(folder_ / "field.cgs");
    return bytes;
  }

  // The status of a run that gets signals after some time, a millisecond from each other.
  int interrupt(const std::vector<std::string>& words, int signal, int signals, int milliseconds) const {
    Running running(folder_, words);
    for (int i = 0; i < signals; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(i == 0 ? milliseconds : 1));
      running.send(signal);
    }
    return running.wait();
  }

  // Beside the papers lies a store that opens, which checks all of it, or nothing.
  bool nothing_but_a_whole_store() const {
    for (const auto& file : fs::directory_iterator(folder_))
      if (file.path().extension() != ".md" && file.path().filename() != "field.cgs") return false;
    return !exists("field.cgs") || run("graph field.cgs").exit_code == 0;
  }
};

bool ended_with(int status, int code) { return WIFEXITED(status) && WEXITSTATUS(status) == code; }

bool ended_by(int status, int signal) { return WIFSIGNALED(status) && WTERMSIG(status) == signal; }

// In the middle stand files that are not there, and more messages about them than a pipe holds: the command cannot come
// past them before it is interrupted.
TEST_F(InterruptionTest, StopsWhereItIsAndGoesOnFromThere) {
  std::vector<std::string> files = names(0, before_gap);
  for (int i = 0; i < 1000; ++i) files.push_back("missing-" + number(i) + std::string(150, '-') + ".md");
  for (const std::string& file : names(before_gap, paper_count)) files.push_back(file);
  const std::vector<std::string> words = command(files, "-j 1 --resume field.cgs");
  const std::string whole = store_of_a_whole_run(words);
  const std::string count = std::to_string(before_gap) + " papers ";
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    Running first(folder_, words);
    first.wait_for_report();
    first.send(signal);
    EXPECT_TRUE(ended_with(first.wait(), 2)) << signal;
    EXPECT_NE(first.reported.find("interrupted; " + count + "are in field.cgs"), std::string::npos) << signal;
    EXPECT_EQ(run("graph field.cgs").out.find(count + "read"), 0U) << signal;
    EXPECT_TRUE(store_of_a_whole_run(words) == whole) << signal;
  }
}

// Whenever the signals come: before the command is ready for them, while it reads or saves, when it has ended.
TEST_F(InterruptionTest, LeavesAWholeStoreOrNoneAtAnyMoment) {
  const std::vector<std::string> files = names(0, paper_count);
  const std::string whole = store_of_a_whole_run(command(files, "--resume field.cgs"));
  int signal = SIGINT;
  for (const char* options : {"-j 1 --resume field.cgs", "-j 2 --resume field.cgs", "--to store=field.cgs"}) {
    const std::vector<std::string> words = command(files, options);
    for (const int milliseconds : {0, 5, 15, 30, 60, 120}) {
      for (const int signals : {1, 2}) {
        signal = signal == SIGINT ? SIGTERM : SIGINT;
        const std::string trait =
            std::string(options) + ", " + std::to_string(signals) + " after " + std::to_string(milliseconds) + " ms";
        const int status = interrupt(words, signal, signals, milliseconds);
        EXPECT_TRUE(ended_by(status, signal) || ended_with(status, 0) || ended_with(status, 2)) << trait << status;
        EXPECT_TRUE(nothing_but_a_whole_store()) << trait;
        EXPECT_TRUE(store_of_a_whole_run(words) == whole) << trait;
      }
    }
  }
}

}  // namespace
}  // namespace citegraph::test
