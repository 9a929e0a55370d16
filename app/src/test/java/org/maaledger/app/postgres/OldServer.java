package org.maaledger.app.postgres;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A server that says only which version it is: no old one can be had for a test. */
record OldServer(int version) implements Driver {

    static final String URL = "jdbc:old:server";

    @Override
    public @Nullable Connection connect(String url, Properties info) {
        if (!acceptsURL(url)) {
            return null;
        }
        DatabaseMetaData data = answering(DatabaseMetaData.class, "getDatabaseMajorVersion", version);
        return answering(Connection.class, "getMetaData", data);
    }

    /** Answers one question, does what returns nothing, and fails at anything else. */
    private static <T> T answering(Class<T> type, String question, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(question)) {
                        return answer;
                    }
                    if (method.getReturnType() == void.class) {
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.equals(URL);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
