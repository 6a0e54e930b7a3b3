package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever does not hear: what is said in a video or recording can be read. */
final class MediaCaptions implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "media-captions",
                Severity.WARNING,
                "视频有字幕、音频有文字稿",
                "听不见声音的人",
                "WCAG 2.2 1.2.1、1.2.2",
                "请核对：有声的视频要有字幕（<track kind=\"captions\">），音频要有文字稿。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element video : page.tagged("video")) {
            if (page.isExposed(video) && !video.hasAttr("muted") && !hasCaptions(video)) {
                findings.review(video, "视频 " + Words.quote(video) + " 没有字幕。", rule().fix());
            }
        }
        for (Element audio : page.tagged("audio")) {
            if (audio.hasAttr("controls") && page.isExposed(audio)) {
                findings.review(audio, "音频 " + Words.quote(audio) + " 要有文字稿。", rule().fix());
            }
        }
    }

    private static boolean hasCaptions(Element video) {
        return video.children().stream()
                .filter(child -> child.normalName().equals("track") && !child.attr("src").isBlank())
                .map(track -> HtmlPage.word(track, "kind"))
                .anyMatch(
                        kind ->
                                kind.isEmpty()
                                        || kind.equals("captions")
                                        || kind.equals("subtitles"));
    }
}
