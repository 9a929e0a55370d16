package org.maaledger.command.decision;

/** The names of commands, worked out once for each type. */
final class CommandNames {

    static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            String name = type.getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    };

    private CommandNames() {}
}
