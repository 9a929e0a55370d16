package org.maaledger.bench.report;

/** The number that a figure is held against. */
public sealed interface Aim {

    /** The number itself, in the unit of the figure. */
    double number();

    /** Whether {@code value} is good enough. */
    boolean isMetBy(double value);

    /** As it stands in the table. */
    String text();

    /** More is better. */
    record AtLeast(double number) implements Aim {

        @Override
        public boolean isMetBy(double value) {
            return value >= number;
        }

        @Override
        public String text() {
            return "at least " + Figure.plain(number);
        }
    }

    /** Less is better. */
    record AtMost(double number) implements Aim {

        @Override
        public boolean isMetBy(double value) {
            return value <= number;
        }

        @Override
        public String text() {
            return "at most " + Figure.plain(number);
        }
    }
}
