package org.maaledger.log;

/**
 * Whether an appender can write.
 *
 * @param writing whether its last batch was written, or could be written now
 * @param reason what stands in the way, in plain words; empty while it is writing
 */
public record AppenderHealth(boolean writing, String reason) {

    static final AppenderHealth GOOD = new AppenderHealth(true, "");
}
