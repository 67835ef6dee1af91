/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256; see hash.h. libsodium's hash needs no sodium_init(). */
#include "base/hash.h"

#include <sodium.h>

void hash_print_hex(const void *bytes, size_t length, char out[HASH_HEX_SIZE])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, bytes, length);
	sodium_bin2hex(out, HASH_HEX_SIZE, hash, sizeof(hash));
}

void hash_print_base64(const void *bytes, size_t length, char out[HASH_BASE64_SIZE])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, bytes, length);
	sodium_bin2base64(out, HASH_BASE64_SIZE, hash, sizeof(hash),
			  sodium_base64_VARIANT_ORIGINAL);
}
