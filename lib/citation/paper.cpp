#include "citegraph/paper.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

#include "citation/indexed.hpp"

namespace citegraph {
namespace {

Paper assemble(Document document, const ReadOptions& options) {
  Paper paper;
  paper.document = std::move(document);
  ReferenceLists references = find_references(paper.document, options);
  const citation::EntryIndex index(paper.document, references);
  paper.citations = citation::find_citations(paper.document, references, index);
  paper.diagnostics = paper.document.diagnostics;
  const auto add = [&paper](std::vector<Diagnostic>&& findings) {
    std::move(findings.begin(), findings.end(), std::back_inserter(paper.diagnostics));
  };
  add(std::move(references.diagnostics));
  add(citation::link_citations(paper.document, references, index, paper.citations));
  if (paper.citations.empty() && !references.references.empty())
    paper.diagnostics.push_back(paper.document.diagnose("no-citations", {}, "the document has no in-text citation"));
  std::stable_sort(paper.diagnostics.begin(), paper.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.source < b.source; });
  paper.lists = std::move(references.lists);
  paper.references = std::move(references.references);
  return paper;
}

// A paper, or what kept it from being read.
struct Outcome {
  std::optional<Paper> paper;
  std::optional<Error> error;
  std::exception_ptr failure;  // anything but an Error, for the caller's thread
};

Outcome read_one(const std::string& path, const ReadOptions& options) {
  Outcome outcome;
  try {
    outcome.paper = read_paper(path, options);
  } catch (const Error& error) {
    outcome.error = error;
  } catch (...) {
    outcome.failure = std::current_exception();
  }
  return outcome;
}

// Workers read ahead of the sink, which runs on the caller's thread in the order of the paths. They stay within a
// window, so that one slow file does not fill the memory with finished ones.
class Pool {
 public:
  Pool(std::span<const std::string> paths, const ReadOptions& options, unsigned threads)
      : paths_(paths), options_(options), slots_(paths.size()), window_(std::size_t{4} * threads) {
    workers_.reserve(threads);
    try {
      while (workers_.size() < threads) workers_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {  // the machine has no more of them: those that there are do all of it
      if (workers_.empty()) throw;
    }
  }

  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  ~Pool() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  Outcome wait(std::size_t i) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_[i].has_value(); });
    Outcome outcome = std::move(*slots_[i]);
    slots_[i].reset();
    taken_ = i + 1;
    lock.unlock();
    changed_.notify_all();
    return outcome;
  }

 private:
  void work() {
    while (true) {
      std::size_t i = 0;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || next_ >= paths_.size() || next_ < taken_ + window_; });
        if (stopped_ || next_ >= paths_.size()) return;
        i = next_++;
      }
      Outcome outcome = read_one(paths_[i], options_);
      {
        const std::lock_guard lock(mutex_);
        slots_[i] = std::move(outcome);
      }
      changed_.notify_all();
    }
  }

  std::span<const std::string> paths_;
  const ReadOptions& options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<Outcome>> slots_;
  std::size_t window_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  bool stopped_ = false;
  std::vector<std::thread> workers_;
};

void hand_on(const std::string& path, Outcome outcome,
             const std::function<void(const std::string&, Paper*, const Error*)>& sink) {
  if (outcome.failure) std::rethrow_exception(outcome.failure);
  sink(path, outcome.paper ? &*outcome.paper : nullptr, outcome.error ? &*outcome.error : nullptr);
}

}  // namespace

Paper read_paper(const std::string& path, const ReadOptions& options) {
  return assemble(read_document(path, options), options);
}

Paper parse_paper(std::string bytes, std::string path, const ReadOptions& options) {
  return assemble(parse_document(std::move(bytes), std::move(path), options), options);
}

std::vector<Paper> parse_papers(std::string bytes, std::string path, const ReadOptions& options) {
  std::vector<Paper> papers;
  for (Document& document : parse_documents(std::move(bytes), std::move(path), options))
    papers.push_back(assemble(std::move(document), options));
  return papers;
}

void read_papers(std::span<const std::string> paths, const ReadOptions& options,
                 const std::function<void(const std::string& path, Paper* paper, const Error* error)>& sink) {
  unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, paths.size()));
  if (threads <= 1) {
    for (const std::string& path : paths) hand_on(path, read_one(path, options), sink);
    return;
  }
  Pool pool(paths, options, threads);
  for (std::size_t i = 0; i < paths.size(); ++i) hand_on(paths[i], pool.wait(i), sink);
}

}  // namespace citegraph
