#include "core/base/sha256.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "core/base/sha256_blocks.hpp"

namespace {

using namespace dealwright;

std::string from_hex(std::string_view hex) {
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    bytes += static_cast<char>(nibble(hex[at]) * 16 + nibble(hex[at + 1]));
  }
  return bytes;
}

struct Vector {
  std::string name;
  std::string message;
  std::string digest;
};

const std::vector<Vector>& vectors() {
  static const std::vector<Vector> all{
      // NIST, Cryptographic Standards and Guidelines, "Examples with Intermediate Values", SHA256.pdf (the examples of
      // FIPS 180-4).
      {"one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      // NIST CAVP, SHA256ShortMsg.rsp, Len = 0, 8, 16, 24, 32, 512.
      {"empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"8 bits", from_hex("d3"), "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"},
      {"16 bits", from_hex("11af"), "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"},
      {"24 bits", from_hex("b4190e"), "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"},
      {"32 bits", from_hex("74ba2521"), "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"},
      {"512 bits",
       from_hex("5a86b737eaea8ee976a0a24da63e7ed7eefad18a101c1211e2b3650c5187c2a8"
                "a650547208251f6d4237e661c7bf4c77f335390394c37fa1a9f9be836ac28509"),
       "42e61e174fbb3897d6dd6cef3dd2802fe67b331953b06114a65c772859dfc1aa"},
      // NIST, "SHA-2 Additional" (SHA2_Additional.pdf): lengths around the end of a block, and long ones.
      {"1 byte", from_hex("bd"), "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
      {"4 bytes", from_hex("c98c8e55"), "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"},
      {"55 zeros", std::string(55, '\0'), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"},
      {"56 zeros", std::string(56, '\0'), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"},
      {"57 zeros", std::string(57, '\0'), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"},
      {"64 zeros", std::string(64, '\0'), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"},
      {"1000 zeros", std::string(1'000, '\0'), "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"},
      {"1000 A", std::string(1'000, 'A'), "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"},
      {"1005 U", std::string(1'005, 'U'), "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"},
      {"a million zeros", std::string(1'000'000, '\0'),
       "d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025"},
      // FIPS 180-2, appendix B.3.
      {"a million a", std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"}};
  return all;
}

TEST_CASE("published vectors") {
  for (const Vector& vector : vectors()) {
    CAPTURE(vector.name);
    CHECK(sha256_hex(vector.message) == vector.digest);
  }
}

TEST_CASE("pieces of any size give the same digest") {
  for (const Vector& vector : vectors()) {
    if (vector.message.size() > 2'000) continue;
    CAPTURE(vector.name);
    for (const std::size_t piece : {1u, 3u, 55u, 63u, 64u, 65u, 127u, 128u, 200u}) {
      CAPTURE(piece);
      Sha256 hash;
      const std::string_view message = vector.message;
      for (std::size_t at = 0; at < message.size(); at += piece) hash.update(message.substr(at, piece));
      hash.update("");
      CHECK(to_hex(hash.finish()) == vector.digest);
    }
  }
}

TEST_CASE("the portable way and the machine's instructions give the same state") {
  std::string bytes;
  for (int i = 0; i < 64 * 9; ++i) bytes += static_cast<char>(i * 167 + i / 7);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const Sha256State start{1, 2, 3, 0xffffffff, 5, 6, 7, 0x80000000};
  for (const std::size_t count : {0u, 1u, 2u, 9u}) {
    Sha256State portable = start;
    sha256_blocks_portable(portable, data, count);
    CHECK((portable == start) == (count == 0));
    if (has_sha256_instructions()) {
      Sha256State by_instructions = start;
      sha256_blocks_by_instructions(by_instructions, data, count);
      CHECK(by_instructions == portable);
    }
  }
}

TEST_CASE("the portable way against a published vector") {
  // "abc" padded by hand as FIPS 180-4, 5.1.1 shows it: 0x80, zeros, the length of 24 bits.
  std::array<std::uint8_t, 64> block{'a', 'b', 'c', 0x80};
  block[63] = 24;
  Sha256State state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  sha256_blocks_portable(state, block.data(), 1);
  CHECK(state ==
        Sha256State{0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223, 0xb00361a3, 0x96177a9c, 0xb410ff61, 0xf20015ad});
}

}  // namespace
