// ImGui reads its settings files with sscanf, which weighs more than any of its windows. The page keeps no such file
// (io.IniFilename is null), so what reads one is never called.

namespace dealwright::web::page {

extern "C" int sscanf(const char*, const char*, ...) {
  return 0;
}

}  // namespace dealwright::web::page
