package org.maaledger.app.problem;

/**
 * What a code means, for whoever meets it.
 *
 * @param meaning what stands against the request
 * @param remedy what can be done
 */
public record Explanation(String code, String title, String meaning, String remedy) {

    static Explanation of(KnownProblem problem) {
        return new Explanation(problem.code(), title(problem.code()), problem.meaning(), problem.remedy());
    }

    /** The code as words. */
    public static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
