package org.gongkai.cache;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notes what is asked for while a page is made. Making is a program that reads nothing but the
 * answers: where all of them are the same, it does the same.
 */
public final class Asked {
    private static final ThreadLocal<Asked> CURRENT = new ThreadLocal<>();

    private final Set<Question> questions = new TreeSet<>();
    private boolean untold;

    private Asked() {}

    /** Does some work on this thread and gives what it asked for. */
    public static Asked during(Runnable work) {
        Asked before = CURRENT.get();
        Asked asked = new Asked();
        CURRENT.set(asked);
        try {
            work.run();
        } finally {
            CURRENT.set(before);
        }
        return asked;
    }

    public static void value(String name) {
        note(Question.Kind.VALUE, name, "");
    }

    static void entry(String name, String key) {
        note(Question.Kind.ENTRY, name, key);
    }

    public static void template(String name) {
        note(Question.Kind.TEMPLATE, name, "");
    }

    public static void file(String path) {
        note(Question.Kind.FILE, path, "");
    }

    /** Something was asked for of which nobody can tell whether it is still the same. */
    public static void untold() {
        Asked current = CURRENT.get();
        if (current != null) {
            current.untold = true;
        }
    }

    private static void note(Question.Kind kind, String name, String key) {
        Asked current = CURRENT.get();
        if (current != null) {
            current.questions.add(new Question(kind, name, key));
        }
    }

    /** Whether the questions are all that was asked. */
    boolean isWhole() {
        return !untold;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }
}
