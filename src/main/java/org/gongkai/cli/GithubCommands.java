package org.gongkai.cli;

import org.gongkai.model.CheckLevel;
import org.gongkai.model.Problem;
import org.gongkai.model.Severity;

/**
 * Problems as workflow commands of GitHub Actions, which shows them beside the lines of a change.
 */
final class GithubCommands {
    private final RepositoryPaths paths;
    private final CheckHelp help;

    GithubCommands(RepositoryPaths paths, CheckHelp help) {
        this.paths = paths;
        this.help = help;
    }

    String of(Problem problem, boolean review) {
        String word = problem.severity() == Severity.ERROR ? "error" : "warning";
        return command(
                review ? "notice" : word,
                paths.of(problem),
                problem.line(),
                help.name(problem.check()) + " [" + problem.check() + "]",
                problem.what() + problem.fix());
    }

    String of(CheckLevel level, String text) {
        return command("notice", paths.of(level.at().file()), level.at().line(), "网页检查的调整", text);
    }

    private static String command(
            String word, String file, int line, String title, String message) {
        return "::"
                + word
                + " file="
                + property(file)
                + ",line="
                + line
                + ",title="
                + property(title)
                + "::"
                + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
