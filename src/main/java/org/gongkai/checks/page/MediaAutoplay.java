package org.gongkai.checks.page;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: no sound starts by itself over the voice. */
final class MediaAutoplay implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "media-autoplay",
                Severity.ERROR,
                "声音不自己响",
                "听读屏软件、容易分心的人",
                "WCAG 2.2 1.4.2",
                "请去掉 autoplay，或者加上 muted 或 controls。");
    }

    private static final Pattern PART = Pattern.compile("#t=([\\d.]*),([\\d.]+)$");
    private static final Set<String> STARTS = Set.of("true", "1", "yes");
    private static final double LONGEST_SECONDS = 3;

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element media : page.tagged("audio", "video")) {
            if (media.hasAttr("autoplay")
                    && !media.hasAttr("muted")
                    && !media.hasAttr("controls")
                    && hasSource(media)
                    && !isShort(media)) {
                report(media, findings);
            }
        }
        checkOld(page, findings);
    }

    /** Old ways, which some browsers still know: bgsound, and embed that is told to start. */
    private static void checkOld(HtmlPage page, Findings findings) {
        for (Element sound : page.tagged("bgsound", "embed")) {
            boolean starts =
                    sound.normalName().equals("bgsound")
                            ? sound.hasAttr("src")
                            : STARTS.contains(HtmlPage.word(sound, "autostart"))
                                    || STARTS.contains(HtmlPage.word(sound, "autoplay"));
            if (starts) {
                findings.warn(
                        sound, Words.quote(sound) + " 会自己响起来。", "请改用 <audio controls>，让人自己打开、关上。");
            }
        }
    }

    /** A video may be without sound, and of an address with a time nobody knows what is left. */
    private void report(Element media, Findings findings) {
        String what = Words.quote(media) + " 会自己响起来，而且关不掉。";
        if (media.normalName().equals("audio")
                && (media.hasAttr("loop") || !media.attr("src").contains("#t="))) {
            findings.add(media, what);
        } else {
            findings.review(media, what, rule().fix());
        }
    }

    private static boolean hasSource(Element media) {
        return media.hasAttr("src")
                || media.children().stream().anyMatch(child -> child.hasAttr("src"));
    }

    /** Whether its address names a part of three seconds at most that is not repeated. */
    private static boolean isShort(Element media) {
        String source = media.attr("src");
        if (source.isEmpty()) {
            source =
                    media.children().stream()
                            .map(child -> child.attr("src"))
                            .filter(src -> !src.isEmpty())
                            .findFirst()
                            .orElse("");
        }
        Matcher part = PART.matcher(source);
        if (media.hasAttr("loop") || !part.find()) {
            return false;
        }
        try {
            double from = part.group(1).isEmpty() ? 0 : Double.parseDouble(part.group(1));
            return Double.parseDouble(part.group(2)) - from <= LONGEST_SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
