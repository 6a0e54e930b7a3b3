package org.gongkai.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks who sits at the terminal; where nobody does, nothing is asked and the usual answer is taken.
 *
 * @param answers what is typed; null where nobody can be asked
 */
record Questions(BufferedReader answers, PrintStream out) {
    private static final int MOST_OFFERS = 30;

    /** In columns of a terminal; a Chinese character takes two. */
    private static final int LINE = 76;

    /** The line that is typed; null for nothing. */
    String ask(String question) throws IOException {
        if (answers == null) {
            return null;
        }
        out.print(question);
        out.flush();
        String answer = answers.readLine();
        return answer == null || answer.isBlank() ? null : answer.strip();
    }

    /** One of the offers by its number, or what is typed instead; null for nothing. */
    String choose(String question, List<String> offers) throws IOException {
        List<String> chosen = chooseSome(question, offers);
        return chosen.isEmpty() ? null : chosen.get(0);
    }

    /** Some of the offers by their numbers, or what is typed instead. */
    List<String> chooseSome(String question, List<String> offers) throws IOException {
        if (answers == null) {
            return List.of();
        }
        List<String> shown = offers.subList(0, Math.min(MOST_OFFERS, offers.size()));
        print(shown);
        String answer = ask(question);
        List<String> chosen = new ArrayList<>();
        for (String part : answer == null ? new String[0] : answer.split("[\\s\u3000,，;；]+")) {
            boolean number = part.matches("\\d{1,3}");
            int place = number ? Integer.parseInt(part) : 0;
            if (place >= 1 && place <= shown.size()) {
                chosen.add(shown.get(place - 1));
            } else if (number) {
                out.println("没有第 " + part + " 项，没有填。");
            } else {
                chosen.add(part);
            }
        }
        return chosen;
    }

    /** The offers with their numbers, as many on a line as there is room for. */
    private void print(List<String> offers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < offers.size(); i++) {
            String next = "  " + (i + 1) + ". " + offers.get(i);
            if (width(text) + width(next) > LINE) {
                out.println(text);
                text.setLength(0);
            }
            text.append(next);
        }
        if (!text.isEmpty()) {
            out.println(text);
        }
    }

    private static int width(CharSequence text) {
        return text.chars().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
}
