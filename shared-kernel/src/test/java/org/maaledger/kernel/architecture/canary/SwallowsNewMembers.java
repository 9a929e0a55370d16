package org.maaledger.kernel.architecture.canary;

/** Switches over a sealed family with a default: a new member goes unnoticed. */
public final class SwallowsNewMembers {

    private SwallowsNewMembers() {}

    sealed interface Shape {
        record Circle() implements Shape {}

        record Square() implements Shape {}
    }

    public static String name(Shape shape) {
        return switch (shape) {
            case Shape.Circle circle -> "circle";
            default -> "square";
        };
    }
}
