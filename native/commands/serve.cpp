// dealwright serve: the browser app on this machine.

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <httplib.h>

#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/console.hpp"
#include "native/io/files.hpp"
#include "native/io/site.hpp"

namespace dealwright::native {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr int usual_port = 8437;

struct ServeOptions {
  CommonOptions common;
  int port = -1;  // not stated
  std::string site;
};

void reply(const SiteResponse& from, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
  if (from.status == 304) return;
  // By a provider, since the library compresses a body that it is given, and this one may be compressed already.
  to.set_content_provider(from.body.size(), from.type,
                          [body = from.body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                            return sink.write(body.data() + offset, length);
                          });
}

void answer_requests(httplib::Server& server, const std::string& site) {
  // Every answer is made here, so that nothing of the library's own routing decides what is served.
  server.set_pre_routing_handler([site](const httplib::Request& request, httplib::Response& response) {
    if (request.method != "GET" && request.method != "HEAD") {
      response.status = 405;
      response.set_header("Allow", "GET, HEAD");
      response.set_content("Files can only be read here.\n", "text/plain; charset=utf-8");
      return httplib::Server::HandlerResponse::Handled;
    }
    SiteRequest asked;
    asked.path = request.path;
    asked.versioned = request.has_param("v");
    asked.host = request.get_header_value("Host");
    asked.accept_encoding = request.get_header_value("Accept-Encoding");
    asked.if_none_match = request.get_header_value("If-None-Match");
    reply(answer(site, asked), response);
    return httplib::Server::HandlerResponse::Handled;
  });
}

// The port that the server listens at; nothing where there is none to be had.
std::optional<int> bind(httplib::Server& server, int stated) {
  if (stated > 0) return server.bind_to_port(loopback, stated) ? std::optional(stated) : std::nullopt;
  if (stated < 0 && server.bind_to_port(loopback, usual_port)) return usual_port;
  const int any = server.bind_to_any_port(loopback);
  return any > 0 ? std::optional(any) : std::nullopt;
}

int serve(const ServeOptions& options) {
  const std::string site = options.site.empty() ? installed_site() : options.site;
  if (site.empty()) {
    return fail(options.common, {usage_mistake("the browser app is not beside this program: name it by --site")});
  }
  std::string ignored;
  if (auto failure = read_start(site + "/index.html", 1, ignored)) {
    return fail(options.common, {*failure});
  }

  // Taken from all threads, so that only the one below hears them.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  httplib::Server server;
  // Two servers at one port would share it by chance.
  server.set_socket_options([](socket_t) {});
  server.set_tcp_nodelay(true);
  server.set_keep_alive_timeout(2);
  answer_requests(server, site);
  const std::optional<int> port = bind(server, options.port);
  if (!port) {
    return fail(
        options.common,
        {usage_mistake(options.port > 0
                           ? fmt::format("port {} is taken or not allowed: choose another by --port", options.port)
                           : "this machine gives no port to listen at")});
  }
  const auto problems = write_output(fmt::format("Dealwright is at http://{}:{}/ (Ctrl-C ends it)\n", loopback, *port));
  if (!problems.empty()) return fail(options.common, problems);

  std::atomic<bool> ended = false;
  std::thread waiter([&server, &ends, &ended] {
    int signal = 0;
    sigwait(&ends, &signal);
    // Only a server that runs can be stopped; it is about to.
    while (!ended && !server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    server.stop();
  });
  const bool sound = server.listen_after_bind();
  ended = true;
  // Where listening ended by itself, the waiter still waits: for this signal, which every thread has blocked.
  // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
  if (!sound) pthread_kill(waiter.native_handle(), SIGTERM);
  waiter.join();
  if (sound) return exit_pass;
  write_message("dealwright: internal error: listening ended by itself\n");
  return exit_internal_error;
}

}  // namespace

void add_serve(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App* command =
      application.add_subcommand("serve", "The browser app, for this machine only, until Ctrl-C ends it");
  command
      ->add_option("--port", options->port,
                   fmt::format("Where it listens; 0 is any that is free; {} or any that is "
                               "free where it is not stated",
                               usual_port))
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  command
      ->add_option("--site", options->site,
                   "The folder of the app; the one built with this program where it is not stated")
      ->type_name("FOLDER");
  add_color(*command, options->common);
  add_example(*command, "dealwright serve --port 8080");
  command->callback([options, &exit_code] { exit_code = serve(*options); });
}

}  // namespace dealwright::native
