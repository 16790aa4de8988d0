#pragma once
// The programme that `dealwright init` writes. Its documents are in canonical form and pass `dealwright check`.

#include <span>
#include <string_view>

namespace dealwright::native {

struct InitFile {
  std::string_view path;  // relative to the folder
  std::string_view text;
};

std::span<const InitFile> init_files();

}  // namespace dealwright::native
