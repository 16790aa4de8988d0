#pragma once
// The browser app's files, as a server on this machine answers for them.

#include <map>
#include <string>
#include <string_view>

namespace dealwright::native {

// What of a request matters.
struct SiteRequest {
  std::string path;        // "/start.js", decoded
  bool versioned = false;  // the query names a release, so that the answer never changes
  std::string host;        // of the header
  std::string accept_encoding;
  std::string if_none_match;
};

struct SiteResponse {
  int status = 200;
  std::string type;
  std::string body;
  std::map<std::string, std::string> headers;
};

// Answers from the files of one folder. Only names that stand in the folder itself are served, so that no path leads
// anywhere else; files are read anew for each request, so that a rebuilt app shows at the next reload. Requests that
// were not addressed to this machine by its own name are refused: a foreign page could have had its name point here.
SiteResponse answer(const std::string& folder, const SiteRequest& request);

// The media type that a file's name stands for.
std::string_view media_type(std::string_view name);

// The folder of the app that was built or installed with this program; "" where there is none.
std::string installed_site();

}  // namespace dealwright::native
