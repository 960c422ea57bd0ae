# A mail server of Debian (python3-aiosmtpd) on a port of loopback: every letter that it takes becomes one line of JSON on
# standard output, read the way a mail program reads it. Addresses that begin with "khong.co" are refused.
import email.policy
import json
import sys
import time
from email.parser import BytesParser

from aiosmtpd.controller import Controller


class Box:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("khong.co"):
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = BytesParser(policy=email.policy.default).parsebytes(envelope.content)
        lines = envelope.content.split(b"\r\n")
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos,
            "headers": {name: str(value) for name, value in letter.items()},
            "body": letter.get_content(), "longest": max(map(len, lines)),
            "ascii": all(byte < 128 for byte in envelope.content)}), flush=True)
        return "250 OK"


controller = Controller(Box(), hostname="127.0.0.1", port=int(sys.argv[1]))
controller.start()
print("ready", flush=True)
while True:
    time.sleep(60)
