package org.maaledger.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The few ways in which this package talks to the database outside the append protocol: one connection, and mostly one statement. */
final class Jdbc {

    private Jdbc() {}

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(DataSource database, String sql, Binding binding, Row<T> row) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<T> items = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.add(row.read(rows));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    /** What is asked in one transaction. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks in a transaction of its own, which changes nothing. */
    static <T> T inTransaction(DataSource database, Question<T> question) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return question.ask(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    static int update(DataSource database, String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    static void setTexts(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        Array array = statement.getConnection().createArrayOf("text", texts.toArray(String[]::new));
        statement.setArray(index, array);
    }
}
