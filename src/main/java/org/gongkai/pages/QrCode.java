package org.gongkai.pages;

import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;

/**
 * A QR code as the path of an SVG, for the printed page.
 *
 * @param size modules along one side, the quiet zone included
 * @param path the dark modules of each row as strokes, one unit wide, with what is light between
 *     them passed over
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /**
     * Any mask can be read; looking for the nicest of the eight costs more than the rest of a page.
     */
    private static final int MASK = 2;

    /** Room for the path of an address of some sixty characters. */
    private static final int PATH_LENGTH = 1 << 12;

    static QrCode of(String address) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeSegments(
                        QrSegment.makeSegments(address), Ecc.MEDIUM, 1, 40, MASK, true);
        StringBuilder path = new StringBuilder(PATH_LENGTH);
        for (int y = 0; y < code.size; y++) {
            path.append('M').append(QUIET).append(' ').append(y + QUIET).append(".5");
            for (int x = 0; x < code.size; ) {
                boolean dark = code.getModule(x, y);
                int run = 1;
                while (x + run < code.size && code.getModule(x + run, y) == dark) {
                    run++;
                }
                x += run;
                if (dark) {
                    path.append('h').append(run);
                } else if (x < code.size) {
                    path.append('m').append(run).append(" 0");
                }
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}
