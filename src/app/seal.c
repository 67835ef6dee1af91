/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing of personal identity numbers; see seal.h. */
#include "app/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <sodium.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"

enum {
	DIGITS = IDENTITY_NUMBER_SIZE - 1,
	KEY_SIZE = 32,          /* all keys here are of this size */
	KEY_FILE_LIMIT = 200,
	LINE = 76,              /* of base64 */
	NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
};

_Static_assert(KEY_SIZE == crypto_kdf_KEYBYTES &&
		       KEY_SIZE == crypto_box_SECRETKEYBYTES &&
		       KEY_SIZE == crypto_box_PUBLICKEYBYTES &&
		       KEY_SIZE == crypto_generichash_KEYBYTES &&
		       KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
	       "keys are of one size");
_Static_assert(SEAL_NUMBER_SIZE ==
		       NONCE_SIZE + DIGITS + crypto_aead_xchacha20poly1305_ietf_ABYTES,
	       "a sealed number has its size");
_Static_assert(SEAL_KEYED_SIZE == sodium_base64_ENCODED_LEN(
		       NONCE_SIZE + SEAL_TYPED_SIZE +
			       crypto_aead_xchacha20poly1305_ietf_ABYTES,
		       sodium_base64_VARIANT_URLSAFE_NO_PADDING),
	       "what is keyed has its size");

/* Keys derived from the register's. What is kept hangs on the numbers: never change. */
enum subkey { SUBKEY_SEAL = 1, SUBKEY_LOOKUP = 2, SUBKEY_MARK = 3, SUBKEY_KEYED = 4 };

static const char kdf_context[crypto_kdf_CONTEXTBYTES] = "samregid";

struct seal {
	unsigned char sealing[KEY_SIZE];
	unsigned char lookup[KEY_SIZE];
	unsigned char keyed[KEY_SIZE];
	unsigned char mark[(SEAL_MARK_SIZE - 1) / 2];
};

static void begin(void)
{
	if (sodium_init() < 0)
		mem_die("libsodium");
}

char *seal_room(size_t size)
{
	char *room;

	begin();
	room = sodium_malloc(size ? size : 1);
	if (!room)
		mem_exhausted();
	return room;
}

void seal_free_room(char *room)
{
	sodium_free(room);
}

/* ---- key files: a line that says what it is, then the key in base64 ---- */

enum key_kind { KEY_REGISTER, KEY_PUBLIC, KEY_PRIVATE };

static const struct kind {
	const char *begins, *what;
	bool is_secret;
} kinds[] = {
	[KEY_REGISTER] = { "samreg-register-key:", N_("ingen nyckel till ett register"),
			   true },
	[KEY_PUBLIC] = { "samreg-public-key:", N_("ingen mottagares öppna nyckel"),
			 false },
	[KEY_PRIVATE] = { "samreg-private-key:", N_("ingen mottagares hemliga nyckel"),
			  true },
};

/* Reads at most `size` bytes; refuses a secret that others have a right to. */
static bool read_bytes(const char *file, bool is_secret, char *out, size_t size,
		       size_t *length, struct err *e)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	ssize_t got = -1;
	bool ok = false;

	if (fd < 0)
		return err_set(e, _("%s: nyckeln kan inte läsas: %s"), file,
			       strerror(errno));
	if (fstat(fd, &st) || !S_ISREG(st.st_mode))
		err_set(e, _("%s: är inte en vanlig fil"), file);
	else if (is_secret && (st.st_mode & 077))
		err_set(e, _("%s: andra kan läsa nyckeln; rätta det med chmod 600"),
			file);
	else if ((got = read(fd, out, size)) < 0)
		err_set(e, _("%s: nyckeln kan inte läsas: %s"), file, strerror(errno));
	else
		ok = true;
	close(fd);
	*length = ok ? (size_t)got : 0;
	return ok;
}

static bool parse_key(enum key_kind kind, const char *text, size_t length,
		      unsigned char key[KEY_SIZE])
{
	size_t begins = strlen(kinds[kind].begins), size;
	const char *end;

	if (length < begins || memcmp(text, kinds[kind].begins, begins) != 0)
		return false;
	if (text[length - 1] == '\n')
		length--;
	return !sodium_base642bin(key, KEY_SIZE, text + begins, length - begins, NULL,
				  &size, &end, sodium_base64_VARIANT_ORIGINAL) &&
	       size == KEY_SIZE && end == text + length;
}

static bool read_key(enum key_kind kind, const char *file, unsigned char key[KEY_SIZE],
		     struct err *e)
{
	char *text = seal_room(KEY_FILE_LIMIT);
	size_t length;
	bool ok = read_bytes(file, kinds[kind].is_secret, text, KEY_FILE_LIMIT, &length,
			     e);

	if (ok)
		ok = parse_key(kind, text, length, key) ||
		     err_set(e, "%s: %s", file, _(kinds[kind].what));
	seal_free_room(text);
	return ok;
}

static bool write_key(enum key_kind kind, const char *file,
		      const unsigned char key[KEY_SIZE], struct err *e)
{
	size_t begins = strlen(kinds[kind].begins), length;
	char *text = seal_room(KEY_FILE_LIMIT);
	bool ok;

	memcpy(text, kinds[kind].begins, begins);
	sodium_bin2base64(text + begins, KEY_FILE_LIMIT - begins, key, KEY_SIZE,
			  sodium_base64_VARIANT_ORIGINAL);
	length = strlen(text);
	text[length++] = '\n';
	ok = path_write_new(file, text, length, e);
	seal_free_room(text);
	return ok;
}

/* ---- a register's key ---- */

bool seal_make_key(const char *file, struct err *e)
{
	unsigned char *key = (unsigned char *)seal_room(KEY_SIZE);
	bool ok;

	crypto_kdf_keygen(key);
	ok = write_key(KEY_REGISTER, file, key, e);
	seal_free_room((char *)key);
	return ok;
}

/* What is in memory from now on is for nobody else's eyes. */
static void forbid_dumps(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
	prctl(PR_SET_DUMPABLE, 0);
#endif
}

static void derive(struct seal *s, const unsigned char key[KEY_SIZE])
{
	crypto_kdf_derive_from_key(s->sealing, sizeof(s->sealing), SUBKEY_SEAL,
				   kdf_context, key);
	crypto_kdf_derive_from_key(s->lookup, sizeof(s->lookup), SUBKEY_LOOKUP,
				   kdf_context, key);
	crypto_kdf_derive_from_key(s->keyed, sizeof(s->keyed), SUBKEY_KEYED, kdf_context,
				   key);
	crypto_kdf_derive_from_key(s->mark, sizeof(s->mark), SUBKEY_MARK, kdf_context,
				   key);
}

struct seal *seal_open(const char *file, struct err *e)
{
	unsigned char *key = (unsigned char *)seal_room(KEY_SIZE);
	struct seal *s = NULL;

	forbid_dumps();
	if (read_key(KEY_REGISTER, file, key, e)) {
		s = (struct seal *)(void *)seal_room(sizeof(*s));
		derive(s, key);
	}
	seal_free_room((char *)key);
	return s;
}

void seal_close(struct seal *s)
{
	sodium_free(s);
}

void seal_print_mark(const struct seal *s, char out[SEAL_MARK_SIZE])
{
	sodium_bin2hex(out, SEAL_MARK_SIZE, s->mark, sizeof(s->mark));
}

/* ---- numbers in the register ---- */

void seal_number(const struct seal *s, const char *person,
		 const char digits[IDENTITY_NUMBER_SIZE],
		 unsigned char out[SEAL_NUMBER_SIZE])
{
	randombytes_buf(out, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		out + NONCE_SIZE, NULL, (const unsigned char *)digits, DIGITS,
		(const unsigned char *)person, strlen(person), NULL, out, s->sealing);
}

bool seal_open_number(const struct seal *s, const char *person, const void *sealed,
		      size_t length, char digits[IDENTITY_NUMBER_SIZE])
{
	const unsigned char *bytes = sealed;
	bool ok = length == SEAL_NUMBER_SIZE &&
		  !crypto_aead_xchacha20poly1305_ietf_decrypt(
			  (unsigned char *)digits, NULL, NULL, bytes + NONCE_SIZE,
			  SEAL_NUMBER_SIZE - NONCE_SIZE, (const unsigned char *)person,
			  strlen(person), bytes, s->sealing);

	digits[ok ? DIGITS : 0] = '\0';
	return ok;
}

void seal_look_up(const struct seal *s, const char digits[IDENTITY_NUMBER_SIZE],
		  unsigned char out[SEAL_LOOKUP_SIZE])
{
	crypto_generichash(out, SEAL_LOOKUP_SIZE, (const unsigned char *)digits, DIGITS,
			   s->lookup, sizeof(s->lookup));
}

/* ---- what is being keyed ---- */

enum { KEYED_BYTES = NONCE_SIZE + SEAL_TYPED_SIZE +
		     crypto_aead_xchacha20poly1305_ietf_ABYTES };

void seal_keyed(const struct seal *s, const char typed[SEAL_TYPED_SIZE],
		char out[SEAL_KEYED_SIZE])
{
	unsigned char bytes[KEYED_BYTES];

	randombytes_buf(bytes, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		bytes + NONCE_SIZE, NULL, (const unsigned char *)typed, SEAL_TYPED_SIZE,
		NULL, 0, NULL, bytes, s->keyed);
	sodium_bin2base64(out, SEAL_KEYED_SIZE, bytes, sizeof(bytes),
			  sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool seal_open_keyed(const struct seal *s, const char *sealed,
		     char typed[SEAL_TYPED_SIZE])
{
	unsigned char bytes[KEYED_BYTES];
	size_t size;
	bool ok = !sodium_base642bin(bytes, sizeof(bytes), sealed, strlen(sealed), NULL,
				     &size, NULL,
				     sodium_base64_VARIANT_URLSAFE_NO_PADDING) &&
		  size == sizeof(bytes) &&
		  !crypto_aead_xchacha20poly1305_ietf_decrypt(
			  (unsigned char *)typed, NULL, NULL, bytes + NONCE_SIZE,
			  sizeof(bytes) - NONCE_SIZE, NULL, 0, bytes, s->keyed);

	typed[ok ? SEAL_TYPED_SIZE - 1 : 0] = '\0';
	return ok;
}

/* ---- for a recipient ---- */

static char *name_of(const char *name, const char *ending)
{
	struct text file = { 0 };

	text_addf(&file, "%s%s", name, ending);
	return text_take(&file);
}

bool seal_make_pair(const char *name, struct err *e)
{
	unsigned char *secret = (unsigned char *)seal_room(KEY_SIZE);
	unsigned char public[KEY_SIZE];
	char *public_file = name_of(name, ".public");
	char *private_file = name_of(name, ".private");
	bool ok;

	crypto_box_keypair(public, secret);
	ok = !path_exists(private_file) ||
	     err_set(e, _("%s: finns redan och skrivs inte över"), private_file);
	ok = ok && write_key(KEY_PUBLIC, public_file, public, e);
	if (ok && !write_key(KEY_PRIVATE, private_file, secret, e)) {
		unlink(public_file);
		ok = false;
	}
	free(public_file);
	free(private_file);
	seal_free_room((char *)secret);
	return ok;
}

static void add_lines(struct text *out, const unsigned char *bytes, size_t length)
{
	size_t size = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);
	char *base64 = mem_alloc(size);

	sodium_bin2base64(base64, size, bytes, length, sodium_base64_VARIANT_ORIGINAL);
	for (const char *at = base64; *at;) {
		size_t part = strnlen(at, LINE);

		text_add_part(out, at, part);
		text_add_char(out, '\n');
		at += part;
	}
	free(base64);
}

bool seal_for(const char *public_file, const char *bytes, size_t length, struct text *out,
	      struct err *e)
{
	size_t size = length + crypto_box_SEALBYTES;
	unsigned char public[KEY_SIZE], *sealed;
	bool ok;

	if (!read_key(KEY_PUBLIC, public_file, public, e))
		return false;
	sealed = mem_alloc(size);
	/* Fails for a key that is no point of the curve's large group. */
	ok = !crypto_box_seal(sealed, (const unsigned char *)bytes, length, public);
	if (ok)
		add_lines(out, sealed, size);
	else
		err_set(e, "%s: %s", public_file, _(kinds[KEY_PUBLIC].what));
	free(sealed);
	return ok;
}

/* What was sealed; NULL when the text is not base64 of anything that long. */
static unsigned char *read_lines(const struct text *sealed, size_t *size)
{
	unsigned char *bytes = mem_alloc(sealed->length + 1);
	const char *text = text_get(sealed), *end;

	if (!sodium_base642bin(bytes, sealed->length + 1, text, sealed->length, "\r\n",
			       size, &end, sodium_base64_VARIANT_ORIGINAL) &&
	    end == text + sealed->length && *size >= crypto_box_SEALBYTES)
		return bytes;
	free(bytes);
	return NULL;
}

bool seal_open_for(const char *private_file, const char *name, const struct text *sealed,
		   char **opened, size_t *length, struct err *e)
{
	unsigned char *secret = (unsigned char *)seal_room(KEY_SIZE);
	unsigned char public[KEY_SIZE], *bytes = NULL;
	size_t size;
	bool ok = false;

	forbid_dumps();
	*opened = NULL;
	if (!read_key(KEY_PRIVATE, private_file, secret, e))
		goto out;
	bytes = read_lines(sealed, &size);
	if (!bytes) {
		err_set(e, _("%s: är inget förseglat"), name);
		goto out;
	}
	*length = size - crypto_box_SEALBYTES;
	*opened = seal_room(*length);
	ok = !crypto_scalarmult_base(public, secret) &&
	     !crypto_box_seal_open((unsigned char *)*opened, bytes, size, public, secret);
	if (!ok) {
		err_set(e, _("%s: kan inte öppnas med den nyckeln, eller är ändrad"),
			name);
		seal_free_room(*opened);
		*opened = NULL;
	}
out:
	free(bytes);
	seal_free_room((char *)secret);
	return ok;
}
