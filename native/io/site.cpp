#include "native/io/site.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <optional>

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "native/io/files.hpp"

namespace dealwright::native {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;

// The page states the same policy of itself; only a header can forbid to frame it.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

bool is_own_host(std::string_view host) {
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) host = host.substr(0, colon);
  constexpr std::array<std::string_view, 3> own{"127.0.0.1", "localhost", "[::1]"};
  return std::find(own.begin(), own.end(), host) != own.end();
}

// Whether the folder itself holds a file of exactly this name.
bool holds(const std::string& folder, std::string_view name) {
  DIR* listing = opendir(folder.c_str());
  if (!listing) return false;
  bool found = false;
  while (const dirent* entry = readdir(listing)) {
    if (name == entry->d_name) found = true;
  }
  closedir(listing);
  struct stat status {};
  return found && stat((folder + '/' + std::string(name)).c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool accepts_brotli(std::string_view accepted) {
  for (std::size_t begin = 0; begin < accepted.size();) {
    const auto end = std::min(accepted.find(',', begin), accepted.size());
    std::string_view part = accepted.substr(begin, end - begin);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    if (part == "br" || (part.starts_with("br;") && part.find("q=0") == std::string_view::npos)) return true;
    begin = end + 1;
  }
  return false;
}

std::string entity_tag(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return fmt::format("\"{:x}-{:x}-{:x}\"", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

SiteResponse refusal(int status, std::string_view words) {
  SiteResponse response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = words;
  response.headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}};
  return response;
}

}  // namespace

std::string_view media_type(std::string_view name) {
  struct Type {
    std::string_view suffix, type;
  };
  constexpr std::array types{
      Type{".html", "text/html; charset=utf-8"},
      Type{".js", "text/javascript; charset=utf-8"},
      Type{".css", "text/css; charset=utf-8"},
      Type{".json", "application/json"},
      Type{".webmanifest", "application/manifest+json"},
      Type{".wasm", "application/wasm"},
      Type{".svg", "image/svg+xml"},
      Type{".png", "image/png"},
      Type{".ttf", "font/ttf"},
      Type{".otf", "font/otf"},
  };
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const Type& type) { return name.ends_with(type.suffix); });
  return found == types.end() ? "application/octet-stream" : found->type;
}

SiteResponse answer(const std::string& folder, const SiteRequest& request) {
  if (!is_own_host(request.host)) return refusal(403, "This server answers to its own machine only.\n");
  const std::string name =
      request.path == "/" ? "index.html" : request.path.substr(std::min<std::size_t>(1, request.path.size()));
  if (name.ends_with(".br") || !holds(folder, name)) return refusal(404, "There is no such file.\n");

  SiteResponse response;
  response.type = media_type(name);
  response.headers = {
      {"Content-Security-Policy", std::string(policy)},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
      {"Referrer-Policy", "no-referrer"},
      {"Vary", "Accept-Encoding"},
      {"X-Content-Type-Options", "nosniff"},
      {"Cache-Control", request.versioned ? "public, max-age=31536000, immutable" : "no-cache"},
  };
  std::string path = folder + '/' + name;
  if (accepts_brotli(request.accept_encoding) && holds(folder, name + ".br")) {
    path += ".br";
    response.headers["Content-Encoding"] = "br";
  }
  const std::string tag = entity_tag(path);
  response.headers["ETag"] = tag;
  if (!tag.empty() && request.if_none_match == tag) {
    response.status = 304;
  } else if (read_file(path, most_bytes, response.body)) {
    return refusal(404, "There is no such file.\n");
  }
  return response;
}

std::string installed_site() {
  std::array<char, PATH_MAX> program{};
  if (!realpath("/proc/self/exe", program.data())) return {};
  std::string folder = program.data();
  folder.resize(folder.rfind('/'));
  for (const std::string_view place : {"/../site", "/site", "/../share/dealwright/site"}) {
    std::string site = folder + std::string(place);
    if (holds(site, "index.html")) {
      std::array<char, PATH_MAX> plain{};
      return realpath(site.c_str(), plain.data()) ? plain.data() : site;
    }
  }
  return {};
}

}  // namespace dealwright::native
