/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SHA-256 of bytes. The only file of this floor that knows libsodium.
 */
#ifndef SAMREG_BASE_HASH_H
#define SAMREG_BASE_HASH_H

#include <stddef.h>

/* Room for a hash and a NUL, in hexadecimal and in base64. */
enum { HASH_HEX_SIZE = 65, HASH_BASE64_SIZE = 45 };

/* Writes the hash of the bytes in lower-case hexadecimal, as files and logs have it. */
void hash_print_hex(const void *bytes, size_t length, char out[HASH_HEX_SIZE]);

/* Writes it in base64 with padding, as a web page's policy has it. */
void hash_print_base64(const void *bytes, size_t length, char out[HASH_BASE64_SIZE]);

#endif
