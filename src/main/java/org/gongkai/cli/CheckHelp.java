package org.gongkai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.checks.page.Rule;

/** What each check requires, for programs that show a problem together with its rule. */
final class CheckHelp {
    private final Map<String, Rule> pageRules = new PageChecks().rules();
    private final Map<String, String> requirements = new TreeMap<>();

    CheckHelp() {
        try (InputStream in = CheckHelp.class.getResourceAsStream("checks.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(line -> requirements.put(line[0], line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pageRules.forEach((id, rule) -> requirements.put(id, rule.name()));
    }

    /** What is required, in a few words; the id itself of a check that is not known. */
    String name(String check) {
        return requirements.getOrDefault(check, check);
    }

    /** What is required and, where it is told, for whom and by what rule. */
    String text(String check) {
        Rule rule = pageRules.get(check);
        return rule == null
                ? name(check) + "。"
                : rule.name()
                        + "。为了谁："
                        + rule.audience()
                        + "。依据："
                        + rule.clause()
                        + "。"
                        + rule.fix();
    }
}
