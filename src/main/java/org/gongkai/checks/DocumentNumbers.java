package org.gongkai.checks;

import org.gongkai.model.Column;
import org.gongkai.model.DocumentNumber;
import org.gongkai.model.Problems;

/**
 * For whoever cites a notice: its 发文字号 is written as GB/T 9704 has it, with 〔〕 and without leading
 * zeros.
 */
final class DocumentNumbers implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        ContentChecks.allNotices(column)
                .filter(notice -> notice.documentNumber() != null)
                .filter(notice -> DocumentNumber.isLoose(notice.documentNumber()))
                .filter(notice -> !DocumentNumber.isStandard(notice.documentNumber()))
                .forEach(
                        notice ->
                                problems.warning(
                                        "document-number",
                                        notice.origin().at("发文字号"),
                                        "发文字号“" + notice.documentNumber() + "”的写法不规范。",
                                        "请写成“"
                                                + DocumentNumber.normalised(notice.documentNumber())
                                                + "”，年份用六角括号“〔〕”。"));
    }
}
