package org.gongkai.cache;

import java.util.Collection;
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
    private final Asked before;
    private boolean untold;

    /**
     * @param before what notes again when this has ended; null for nothing
     */
    private Asked(Asked before) {
        this.before = before;
    }

    /** Does some work on this thread and gives what it asked for. */
    public static Asked during(Runnable work) {
        Asked asked = begin();
        try {
            work.run();
        } finally {
            asked.end();
        }
        return asked;
    }

    /** Begins to note what is asked for on this thread, until its end. */
    public static Asked begin() {
        Asked asked = new Asked(CURRENT.get());
        CURRENT.set(asked);
        return asked;
    }

    public void end() {
        CURRENT.set(before);
    }

    /** Notes it all once more, for what this was a part of. */
    public void passOn() {
        all(questions);
        if (untold) {
            untold();
        }
    }

    /** Notes what was asked for some other time, with the same answers. */
    public static void all(Collection<Question> questions) {
        Asked current = CURRENT.get();
        if (current != null) {
            current.questions.addAll(questions);
        }
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
    public boolean isWhole() {
        return !untold;
    }

    /** In their order. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }
}
