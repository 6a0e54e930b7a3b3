package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/** For whoever uses a public network: nobody can change what a page shows on its way. */
final class MixedContent implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "mixed-content",
                Severity.ERROR,
                "内容都经加密取得",
                "用公共网络上网的人",
                "本站规则",
                "请把 http:// 改成 https://，或者把文件放到本站。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Resource resource : page.resources()) {
            if (resource.url().regionMatches(true, 0, "http:", 0, 5)) {
                findings.add(
                        resource.element(),
                        "“" + Words.shorter(resource.url()) + "”不经加密取得，浏览器会拦住它。");
            }
        }
    }
}
