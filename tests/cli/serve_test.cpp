#include <doctest/doctest.h>

#include "native/io/site.hpp"
#include "tests/cli/runner.hpp"

namespace {

using dealwright::native::SiteRequest;

// A folder with a page, its compressed twin, and a file beside the folder that nobody may see.
std::string make_site() {
  const std::string around = tests::scratch_folder();
  const std::string site = around + "/site";
  tests::write_text(around + "/secret.txt", "secret");
  tests::run("init " + site);  // makes the folder; its own folders stay unserved
  tests::write_text(site + "/index.html", "<p>page");
  tests::write_text(site + "/app.js", "plain");
  tests::write_text(site + "/app.js.br", "packed");
  return site;
}

SiteRequest request(std::string path) {
  SiteRequest asked;
  asked.path = std::move(path);
  asked.host = "127.0.0.1:8437";
  return asked;
}

// Runs `serve` in the background, asks once with curl-like shell words, ends it by a signal.
tests::Outcome served(const std::string& site, const std::string& signal) {
  const std::string log = site + "/log.txt";
  return tests::run("serve --port 0 --site " + site + " > " + log +
                    " & server=$!; for i in $(seq 100); do grep -q http " + log +
                    " && break; sleep 0.05; done; kill -" + signal + " $server; wait $server");
}

}  // namespace

TEST_CASE("The server gives the page, its type and what protects it") {
  const std::string site = make_site();
  const auto page = dealwright::native::answer(site, request("/"));
  CHECK(page.status == 200);
  CHECK(page.body == "<p>page");
  CHECK(page.type == "text/html; charset=utf-8");
  CHECK(page.headers.at("Cache-Control") == "no-cache");
  CHECK(page.headers.at("X-Content-Type-Options") == "nosniff");
  const std::string& policy = page.headers.at("Content-Security-Policy");
  CHECK(policy.find("default-src 'none'") == 0);
  CHECK(policy.find("unsafe-inline") == std::string::npos);
  CHECK(policy.find("'unsafe-eval'") == std::string::npos);
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
}

TEST_CASE("The server gives the compressed twin to whoever accepts it") {
  const std::string site = make_site();
  SiteRequest asked = request("/app.js");
  CHECK(dealwright::native::answer(site, asked).body == "plain");
  asked.accept_encoding = "gzip, deflate, br";
  const auto packed = dealwright::native::answer(site, asked);
  CHECK(packed.body == "packed");
  CHECK(packed.headers.at("Content-Encoding") == "br");
  CHECK(packed.type == "text/javascript; charset=utf-8");
  asked.accept_encoding = "gzip, br;q=0";
  CHECK(dealwright::native::answer(site, asked).body == "plain");
  asked.accept_encoding = "zebra";
  CHECK(dealwright::native::answer(site, asked).body == "plain");
}

TEST_CASE("What has not changed is not sent again, and a release's files are kept") {
  const std::string site = make_site();
  SiteRequest asked = request("/app.js");
  asked.versioned = true;
  const auto first = dealwright::native::answer(site, asked);
  CHECK(first.headers.at("Cache-Control") == "public, max-age=31536000, immutable");
  asked.if_none_match = first.headers.at("ETag");
  const auto again = dealwright::native::answer(site, asked);
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  tests::write_text(site + "/app.js", "changed");
  CHECK(dealwright::native::answer(site, asked).body == "changed");
}

TEST_CASE("No path leads out of the folder, or to what is no file in it") {
  const std::string site = make_site();
  for (const char* path :
       {"/../secret.txt", "/./index.html", "//index.html", "/..", "/.", "", "/index.html/", "/app.js.br", "/deals",
        "/deals/example.json", "/INDEX.HTML", "/../site/index.html", "/missing.js"}) {
    CAPTURE(path);
    const auto response = dealwright::native::answer(site, request(path));
    CHECK(response.status == 404);
    CHECK(response.body == "There is no such file.\n");
  }
  CHECK(dealwright::native::answer(site, request(std::string("/index.html\0.js", 15))).status == 404);
}

TEST_CASE("Only this machine's own names are answered") {
  const std::string site = make_site();
  SiteRequest asked = request("/");
  for (const char* host : {"127.0.0.1", "localhost:8437", "[::1]:80", "[::1]"}) {
    asked.host = host;
    CHECK(dealwright::native::answer(site, asked).status == 200);
  }
  for (const char* host :
       {"", "evil.example", "127.0.0.1.evil.example:8437", "localhost.evil.example", "10.0.0.1:8437"}) {
    asked.host = host;
    CAPTURE(host);
    CHECK(dealwright::native::answer(site, asked).status == 403);
  }
}

TEST_CASE("serve ends by itself when it is told to, and says where it is") {
  const std::string site = make_site();
  for (const char* signal : {"INT", "TERM"}) {
    const auto outcome = served(site, signal);
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.err == "");
    const std::string said = tests::read_text(site + "/log.txt");
    CHECK(said.find("Dealwright is at http://127.0.0.1:") == 0);
  }
}

TEST_CASE("serve tells what it cannot do") {
  const auto missing = tests::run("serve --site " + tests::scratch_folder() + "/nowhere");
  CHECK(missing.exit_code == 2);
  CHECK(missing.err.find("index.html") != std::string::npos);
  CHECK(tests::run("serve --port 70000").exit_code == 2);
  CHECK(tests::run("serve --port x").exit_code == 2);
}
