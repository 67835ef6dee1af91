/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie on the disk; see path.h. */
#include "base/path.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"

static bool in_build_tree;

char *path_join(const char *folder, const char *name)
{
	struct text t = { 0 };
	size_t length = strlen(folder);
	bool joined = !length || folder[length - 1] == '/';

	text_addf(&t, "%s%s%s", folder, joined ? "" : "/", name);
	return text_take(&t);
}

/* The program's own file: /proc where there is one, else argv[0]. */
void path_init(const char *program)
{
	char self[PATH_MAX], build[PATH_MAX];
	size_t length;

	if (!realpath("/proc/self/exe", self) && !realpath(program, self))
		return;
	if (!realpath(BUILDDIR, build))
		return;
	length = strlen(build);
	in_build_tree = !strncmp(self, build, length) && self[length] == '/';
}

char *path_data(const char *relative)
{
	const char *root = getenv("SAMREG_DATA");

	if (!root || !root[0])
		root = in_build_tree ? SOURCEDIR : PKGDATADIR;
	return path_join(root, relative);
}

const char *path_locale(void)
{
	return in_build_tree ? BUILDDIR "/locale" : LOCALEDIR;
}

char *path_register(void)
{
	const char *file = getenv("SAMREG_DB"), *data = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (file && file[0])
		return mem_text(file);
	if (data && data[0] == '/')
		return path_join(data, "samreg/register.db");
	return path_join(home ? home : "", ".local/share/samreg/register.db");
}

char *path_key(const char *register_path)
{
	const char *file = getenv("SAMREG_KEY");
	struct text key = { 0 };

	if (file && file[0])
		return mem_text(file);
	text_addf(&key, "%s.key", register_path);
	return text_take(&key);
}

bool path_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

static int by_byte(const char *a, const char *b)
{
	return strcmp(a, b);
}

struct grid *path_list(const char *folder, const char *ending, struct err *e)
{
	DIR *dir = opendir(folder);
	size_t tail = strlen(ending);
	struct grid *names;

	if (!dir) {
		err_set(e, _("%s: kan inte läsas: %s"), folder, strerror(errno));
		return NULL;
	}
	names = grid_new(folder);
	grid_add_column(names, "name");
	for (struct dirent *it; (it = readdir(dir));) {
		size_t length = strlen(it->d_name);

		if (length > tail && !strcmp(it->d_name + length - tail, ending))
			grid_set_part(names, grid_add_row(names, 0), 0, it->d_name,
				      length - tail);
	}
	closedir(dir);
	grid_sort(names, 0, by_byte);
	return names;
}

static bool make_one(const char *path, struct err *e)
{
	struct stat st;
	int why;

	if (!mkdir(path, 0700))
		return true;
	why = errno;
	if (!stat(path, &st) && S_ISDIR(st.st_mode))
		return true;
	return err_set(e, _("%s: mappen kan inte skapas: %s"), path, strerror(why));
}

bool path_make_folder(const char *path, struct err *e)
{
	char *copy = mem_text(path);
	bool ok = true;

	for (char *at = copy; ok && (at = strchr(at, '/')); at++) {
		*at = '\0';
		ok = at == copy || make_one(copy, e);
		*at = '/';
	}
	ok = ok && make_one(copy, e);
	free(copy);
	return ok;
}

bool path_make_folder_of(const char *file, struct err *e)
{
	const char *slash = strrchr(file, '/');
	char *folder;
	bool ok;

	if (!slash || slash == file)
		return true;
	folder = mem_text_part(file, (size_t)(slash - file));
	ok = path_make_folder(folder, e);
	free(folder);
	return ok;
}

/* Millions of bytes, or thousands of them where the limit is so small. */
static bool refuse_length(const char *path, size_t length, size_t limit, struct err *e)
{
	bool small = limit < 1000000;
	size_t unit = small ? 1000 : 1000000;

	return err_set(e, _("%s: är för stor: %zu %s, högst %zu %s kan läsas"), path,
		       (length + unit - 1) / unit, small ? "kB" : "MB", limit / unit,
		       small ? "kB" : "MB");
}

static bool read_all(int fd, size_t limit, size_t expected, struct text *out)
{
	size_t before = out->length;

	/* At once: no part of a secret stays where the text had its room before. */
	if (expected <= limit)
		text_reserve(out, expected + (1 << 16));
	for (;;) {
		ssize_t n;

		text_reserve(out, 1 << 16);
		n = read(fd, out->bytes + out->length, 1 << 16);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		out->length += (size_t)n;
		out->bytes[out->length] = '\0';
		if (n == 0)
			return true;
		if (out->length - before > limit) {
			errno = EFBIG;
			return false;
		}
	}
}

bool path_read(const char *path, size_t limit, struct text *out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	size_t before = out->length;
	struct stat st;
	bool ok = false;

	if (fd < 0)
		return err_set(e, _("%s: kan inte läsas: %s"), path, strerror(errno));
	if (fstat(fd, &st) || !S_ISREG(st.st_mode))
		err_set(e, _("%s: är inte en vanlig fil"), path);
	else if ((size_t)st.st_size > limit)
		refuse_length(path, (size_t)st.st_size, limit, e);
	else if (!read_all(fd, limit, (size_t)st.st_size, out))
		err_set(e, _("%s: kan inte läsas: %s"), path, strerror(errno));
	else
		ok = true;
	close(fd);
	if (!ok && out->bytes) {
		out->length = before;
		out->bytes[before] = '\0';
	}
	return ok;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
	while (length) {
		ssize_t n = write(fd, bytes, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		length -= (size_t)n;
	}
	return fsync(fd) == 0 || errno == EINVAL;
}

/* A device or a pipe takes the bytes; it is not to be replaced by a file. */
static bool is_special(const char *path)
{
	struct stat st;

	return !stat(path, &st) && !S_ISREG(st.st_mode);
}

static bool write_special(const char *path, const char *bytes, size_t length,
			  struct err *e)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool written = fd >= 0 && write_all(fd, bytes, length);
	int reason = errno;

	if (fd >= 0)
		close(fd);
	return written ||
	       err_set(e, _("%s: kan inte skrivas: %s"), path, strerror(reason));
}

static void sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* A rename lasts through a power cut only when its folder is synced too. */
static void sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? mem_text_part(path, (size_t)(slash - path) + 1)
			     : mem_text(".");

	sync_folder(folder);
	free(folder);
}

/* Gives the file its name: rename() replaces what has it, link() does not. */
static bool place(const char *temporary, const char *path, bool replace)
{
	if (replace)
		return !rename(temporary, path);
	return !link(temporary, path) && !unlink(temporary);
}

static bool write_file(const char *path, const char *bytes, size_t length, bool replace,
		       struct err *e)
{
	struct text temporary = { 0 };
	bool ok = false, written;
	int fd;

	text_addf(&temporary, "%s.new-XXXXXX", path);
	fd = mkostemp(temporary.bytes, O_CLOEXEC);
	if (fd < 0) {
		err_set(e, _("%s: kan inte skrivas: %s"), path, strerror(errno));
		goto out;
	}
	written = write_all(fd, bytes, length);
	if (close(fd) || !written || !place(temporary.bytes, path, replace)) {
		err_set(e, _("%s: kan inte skrivas: %s"), path, strerror(errno));
		unlink(temporary.bytes);
		goto out;
	}
	sync_folder_of(path);
	ok = true;
out:
	text_done(&temporary);
	return ok;
}

bool path_write(const char *path, const char *bytes, size_t length, struct err *e)
{
	return is_special(path) ? write_special(path, bytes, length, e)
				: write_file(path, bytes, length, true, e);
}

bool path_is_same(const char *a, const char *b)
{
	struct stat x, y;

	return !stat(a, &x) && !stat(b, &y) && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

bool path_write_new(const char *path, const char *bytes, size_t length, struct err *e)
{
	if (path_exists(path))
		return err_set(e, _("%s: finns redan och skrivs inte över"), path);
	return write_file(path, bytes, length, false, e);
}

static const char beside_end[] = ".new-XXXXXX";

static bool is_folder(const char *path)
{
	struct stat st;

	return !lstat(path, &st) && S_ISDIR(st.st_mode);
}

/* Removes the folders, no links to any, whose names begin like this and have as many
 * characters. */
static void remove_left(const char *folder, const char *like)
{
	size_t length = strlen(like), start = length - strlen("XXXXXX");
	struct grid *names = path_list(folder, "", NULL);

	for (size_t i = 0; names && i < grid_rows(names); i++) {
		const char *name = grid_get(names, i, 0);
		char *left;

		if (strlen(name) != length || strncmp(name, like, start))
			continue;
		left = path_join(folder, name);
		if (is_folder(left))
			path_remove_folder(left);
		free(left);
	}
	grid_free(names);
}

char *path_make_beside(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? mem_text_part(path, (size_t)(slash - path))
			     : mem_text(".");
	struct text name = { 0 }, temporary = { 0 };

	text_addf(&name, ".%s%s", slash ? slash + 1 : path, beside_end);
	remove_left(folder, text_get(&name));
	text_addf(&temporary, "%s/%s", folder, text_get(&name));
	text_done(&name);
	free(folder);
	if (mkdtemp(temporary.bytes))
		return text_take(&temporary);
	err_set(e, _("%s: mappen kan inte skapas: %s"), path, strerror(errno));
	text_done(&temporary);
	return NULL;
}

bool path_place_folder(const char *temporary, const char *path, struct err *e)
{
	struct stat st;

	/* rename() would replace an empty folder. */
	if (!lstat(path, &st))
		return err_set(e, _("%s: finns redan"), path);
	sync_folder(temporary);
	if (rename(temporary, path))
		return err_set(e, _("%s: kan inte skrivas: %s"), path, strerror(errno));
	sync_folder_of(path);
	return true;
}

void path_remove_folder(const char *folder)
{
	struct grid *files = path_list(folder, "", NULL);

	for (size_t i = 0; files && i < grid_rows(files); i++) {
		char *file = path_join(folder, grid_get(files, i, 0));

		unlink(file);
		free(file);
	}
	grid_free(files);
	rmdir(folder);
}
