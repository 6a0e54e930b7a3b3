package org.gongkai.jbake;

/** A template that can't be read or run. */
public final class TemplateFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String template;
    private final int line;

    TemplateFailure(String template, int line, String message, Throwable cause) {
        super(message, cause);
        this.template = template;
        this.line = line;
    }

    /** The template's file name. */
    public String template() {
        return template;
    }

    /** The line in it, from 1. */
    public int line() {
        return line;
    }
}
