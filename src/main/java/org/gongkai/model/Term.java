package org.gongkai.model;

import java.util.List;

/**
 * 错敏词: wording that must not go out.
 *
 * @param wrong 错: the wording
 * @param right 对: what to write instead
 * @param reason 理由, or null
 * @param exceptions 例外: longer wordings in which it is right
 */
public record Term(
        String wrong, String right, String reason, Severity severity, List<String> exceptions) {
    public Term {
        exceptions = List.copyOf(exceptions);
    }
}
