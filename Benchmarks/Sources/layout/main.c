/* Where should contact points stay: in rows of their own, or as a list kept with their entity, with an index beside it?
   Fills a database both ways with the same people (two e-mail addresses, a phone, an address, a link each), then reads all
   of them in order as an export does, and finds people by e-mail.   layout PEOPLE FOLDER */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *db;
static void check(int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
        fprintf(stderr, "layout: %s\n", sqlite3_errmsg(db));
        exit(1);
    }
}
static void run(const char *sql) { check(sqlite3_exec(db, sql, 0, 0, 0)); }
static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v2(db, sql, -1, &statement, 0));
    return statement;
}
static void text(sqlite3_stmt *s, int at, const char *value) { sqlite3_bind_text(s, at, value, -1, SQLITE_TRANSIENT); }
static void done(sqlite3_stmt *s) {
    check(sqlite3_step(s));
    check(sqlite3_reset(s));
}
static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

enum { POINTS = 5 };
static char point[POINTS][64];
static const char *kinds[POINTS] = {"email", "email", "phone", "address", "link"};
static void person(int i) {
    snprintf(point[0], 64, "person%d@example.com", i);
    snprintf(point[1], 64, "p%d.private@mail.example.org", i);
    snprintf(point[2], 64, "+44 7700 %06d", i % 1000000);
    snprintf(point[3], 64, "%d Example Street, London", i % 500);
    snprintf(point[4], 64, "https://example.com/people/%d", i);
}

static void fill_rows(int people) {
    run("CREATE TABLE entity(id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE point(id INTEGER PRIMARY KEY, entity INT, position INT, kind TEXT, value TEXT, label TEXT);"
        "CREATE INDEX point_entity ON point(entity, position); CREATE INDEX point_value ON point(kind, value); BEGIN");
    sqlite3_stmt *entity = prepare("INSERT INTO entity VALUES(?,?)");
    sqlite3_stmt *row = prepare("INSERT INTO point(entity,position,kind,value,label) VALUES(?,?,?,?,'work')");
    for (int i = 1; i <= people; i++) {
        person(i);
        sqlite3_bind_int(entity, 1, i);
        text(entity, 2, point[0]);
        done(entity);
        for (int k = 0; k < POINTS; k++) {
            sqlite3_bind_int(row, 1, i);
            sqlite3_bind_int(row, 2, k);
            text(row, 3, kinds[k]);
            text(row, 4, point[k]);
            done(row);
        }
    }
    run("COMMIT");
}

static void fill_list(int people) {
    run("CREATE TABLE entity(id INTEGER PRIMARY KEY, name TEXT, properties TEXT);"
        "CREATE TABLE lookup(kind INT, key TEXT, entity INT, PRIMARY KEY(kind, key, entity)) WITHOUT ROWID; BEGIN");
    sqlite3_stmt *entity = prepare("INSERT INTO entity VALUES(?,?,?)"), *key = prepare("INSERT INTO lookup VALUES(?,?,?)");
    char list[1024];
    for (int i = 1; i <= people; i++) {
        person(i);
        snprintf(list, sizeof list,
            "{\"emails\":[{\"address\":\"%s\",\"types\":[\"work\"]},{\"address\":\"%s\",\"types\":[\"work\"]}],"
            "\"phones\":[{\"number\":\"%s\",\"types\":[\"work\"]}],\"addresses\":[{\"formatted\":\"%s\"}],"
            "\"links\":[{\"url\":\"%s\",\"types\":[\"work\"]}]}", point[0], point[1], point[2], point[3], point[4]);
        sqlite3_bind_int(entity, 1, i);
        text(entity, 2, point[0]);
        text(entity, 3, list);
        done(entity);
        for (int k = 0; k < POINTS; k++) {
            if (k == 3) continue;
            sqlite3_bind_int(key, 1, k == 0 ? 1 : k);
            text(key, 2, point[k]);
            sqlite3_bind_int(key, 3, i);
            done(key);
        }
    }
    run("COMMIT");
}

/* Reads every value to its last byte, as an export does. */
static long read_all(const char *sql, int first) {
    sqlite3_stmt *s = prepare(sql);
    long bytes = 0;
    while (sqlite3_step(s) == SQLITE_ROW)
        for (int column = first; column < sqlite3_column_count(s); column++) {
            const char *value = (const char *)sqlite3_column_text(s, column);
            if (value) bytes += (long)strlen(value);
        }
    sqlite3_finalize(s);
    return bytes;
}

static void find(const char *sql, int people) {
    sqlite3_stmt *s = prepare(sql);
    for (int i = 0; i < 20000; i++) {
        person(1 + (int)((long)i * 7919 % people));
        text(s, 1, point[0]);
        if (sqlite3_step(s) != SQLITE_ROW) exit(1);
        sqlite3_reset(s);
    }
}

int main(int count, char **arguments) {
    int people = count > 1 ? atoi(arguments[1]) : 100000;
    const char *folder = count > 2 ? arguments[2] : ".";
    printf("| contact points | fill, s | read all in order, s | find 20,000 by e-mail, s | file, MB |\n|---|---|---|---|---|\n");
    for (int list = 0; list <= 1; list++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/layout-%s.sqlite", folder, list ? "list" : "rows");
        unlink(path);
        check(sqlite3_open(path, &db));
        run("PRAGMA cache_size=-65536");
        double start = seconds();
        list ? fill_list(people) : fill_rows(people);
        double filled = seconds();
        read_all(list ? "SELECT id, name, properties FROM entity ORDER BY id"
                      : "SELECT entity.id, name, kind, value, label FROM entity CROSS JOIN point ON point.entity = entity.id"
                        " ORDER BY entity.id, position", 1);
        double read = seconds();
        find(list ? "SELECT name FROM lookup CROSS JOIN entity ON entity.id = lookup.entity WHERE kind = 1 AND key = ?"
                  : "SELECT name FROM point CROSS JOIN entity ON entity.id = point.entity WHERE kind = 'email' AND value = ?",
            people);
        double found = seconds();
        struct stat status;
        stat(path, &status);
        printf("| %s | %.2f | %.3f | %.3f | %.1f |\n", list ? "a list with the entity, keys beside it" : "rows of their own",
            filled - start, read - filled, found - read, status.st_size / 1e6);
        sqlite3_close(db);
        unlink(path);
    }
    return 0;
}
