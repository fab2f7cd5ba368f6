// oneshot FILE: opens an SQLite file, inserts one row durably, closes. Made with `oneshot FILE create`.
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

int main(int count, char **arguments) {
  sqlite3 *database;
  if (count < 2 || sqlite3_open(arguments[1], &database) != SQLITE_OK) return 1;
  const char *create = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, email TEXT, created INTEGER)";
  const char *insert =
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;"
      "INSERT INTO person (name, email, created) VALUES ('Ada Lovelace', 'ada@example.com', 1793880000); COMMIT";
  int create_only = count > 2 && strcmp(arguments[2], "create") == 0;
  char *message = NULL;
  if (sqlite3_exec(database, create_only ? create : insert, NULL, NULL, &message) != SQLITE_OK) {
    fprintf(stderr, "oneshot: %s\n", message);
    return 1;
  }
  return sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}
