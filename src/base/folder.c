/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that somebody else filled; see folder.h. */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"

bool folder_open(struct folder *f, const char *path, struct err *e)
{
	f->path = path;
	f->fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (f->fd >= 0)
		return true;
	if (errno == ENOTDIR || errno == ELOOP)
		return err_set(e, _("%s: är inte en mapp"), path);
	return err_set(e, _("%s: kan inte läsas: %s"), path, strerror(errno));
}

void folder_close(struct folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}

static bool list(DIR *d, struct grid *g, size_t most)
{
	const struct dirent *entry;

	while ((entry = readdir(d))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		if (grid_rows(g) == most)
			return false;
		grid_set(g, grid_add_row(g, 0), 0, entry->d_name);
	}
	return true;
}

struct grid *folder_list(const struct folder *f, size_t most, struct err *e)
{
	int fd = openat(f->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct grid *g;

	if (!d) {
		err_set(e, _("%s: kan inte läsas: %s"), f->path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	g = grid_new(f->path);
	grid_add_column(g, "name");
	if (!list(d, g, most)) {
		err_set(e, _("%s: mappen innehåller för många filer"), f->path);
		grid_free(g);
		g = NULL;
	}
	closedir(d);
	if (g)
		grid_sort(g, 0, strcmp);
	return g;
}

/* Reads what the file says that it holds, and no more: it may be growing. */
static bool read_whole(int fd, size_t size, struct text *out)
{
	size_t before = out->length;

	text_reserve(out, size + 1);
	while (out->length - before < size) {
		ssize_t n = read(fd, out->bytes + out->length,
				 size - (out->length - before));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		out->length += (size_t)n;
	}
	out->bytes[out->length] = '\0';
	return out->length - before == size;
}

static bool find_size(const struct folder *f, const char *name, int fd, size_t *size,
		      struct err *e)
{
	struct stat st;

	if (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size < 0)
		return err_set(e, _("%s/%s: är inte en vanlig fil"), f->path, name);
	*size = (size_t)st.st_size;
	return true;
}

static bool read_open(const struct folder *f, const char *name, int fd, size_t limit,
		      struct text *out, struct err *e)
{
	size_t before = out->length, size;

	if (!find_size(f, name, fd, &size, e))
		return false;
	if (size > limit)
		return err_set(e, _("%s/%s: filen är för stor"), f->path, name);
	if (read_whole(fd, size, out))
		return true;
	out->length = before;
	out->bytes[before] = '\0';
	return err_set(e, _("%s/%s: filen kan inte läsas"), f->path, name);
}

/* The file's descriptor, or -1 and why. */
static int open_file(const struct folder *f, const char *name, struct err *e)
{
	int fd = -1;

	if (!name[0] || strchr(name, '/') || !strcmp(name, "..")) {
		err_set(e, _("%s/%s: är inte en vanlig fil"), f->path, name);
		return -1;
	}
	fd = openat(f->fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 && errno == ELOOP)
		err_set(e, _("%s/%s: är en länk; länkar följs inte"), f->path, name);
	else if (fd < 0)
		err_set(e, _("%s/%s: kan inte läsas: %s"), f->path, name,
			strerror(errno));
	return fd;
}

bool folder_read(const struct folder *f, const char *name, size_t limit,
		 struct text *out, struct err *e)
{
	int fd = open_file(f, name, e);
	bool ok = fd >= 0 && read_open(f, name, fd, limit, out, e);

	if (fd >= 0)
		close(fd);
	return ok;
}

bool folder_size(const struct folder *f, const char *name, size_t *size, struct err *e)
{
	int fd = open_file(f, name, e);
	bool ok = fd >= 0 && find_size(f, name, fd, size, e);

	if (fd >= 0)
		close(fd);
	return ok;
}
