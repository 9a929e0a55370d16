package org.maaledger.app.postgres;

/**
 * How to reach the database.
 *
 * @param url the address as JDBC writes it
 * @param owner the user that owns the schemas and runs migrations
 * @param app the user that the program works as: it may add to the log, never change it
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A user and its password, which no log ever shows. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
