"""figmine serve as its clients meet it: a real server, real sockets, real signals. Needs nothing but Python.
usage: serve_test.py FIGMINE SOURCE_DIR [unittest options]"""

import concurrent.futures
import gzip
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
import unittest

FIGMINE = ""
ARTICLE = "Northlake Turbines sold 412 turbines in 2025, up 15 percent from a year earlier."
LONG = "Revenue reached 2.6 billion yuan in 2025, up 15 percent. " * 400  # some tenths of a second
TEXT = {"Content-Type": "text/plain"}
LINES = {"Content-Type": "application/x-ndjson"}
PATIENCE = 180
HELD = "figmine_http_request_body_bytes_held"  # of requests that have their place in the queue


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    def json(self):
        return json.loads(self.body)


class Server:
    """A server of its own on a free port; stops at the end of the test."""

    def __init__(self, *args):
        self.process = subprocess.Popen([FIGMINE, "serve", "--port", "0", *args], stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        match = re.fullmatch(r"listening on http://(\S+):(\d+)\n", line)
        if not match:
            raise AssertionError(line + self.process.stderr.read())
        self.port = int(match[2])

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def extract(self, body, query="", **headers):
        return self.request("POST", "/v1/extract" + query, body, {**TEXT, **headers})

    def open(self, data=b""):
        """A socket on which `data` has been sent."""
        sock = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        sock.sendall(data)
        return sock

    def raw(self, data):
        """The answer to bytes that no client library would send."""
        with self.open(data) as sock:
            return read_answer(sock)

    def metric(self, name):
        for line in self.request("GET", "/metrics").body.decode().splitlines():
            if line.startswith(name + " "):
                return float(line.split()[-1])
        return 0.0

    def wait_for(self, name, value):
        """Until a metric has a value. Requests in flight may hold an earlier look at the metrics that has just been
        answered: only the least of them, 1, is sure; what was sent has been taken in when its bytes are held."""
        end = time.monotonic() + PATIENCE
        while (now := self.metric(name)) != value:
            if time.monotonic() > end:
                raise AssertionError(f"{name} is {now}, not {value}")
            time.sleep(0.01)

    def stop(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self.messages = self.process.stderr.read() if not self.process.stderr.closed else ""
        self.process.stderr.close()
        return code


def read_answer(sock):
    response = http.client.HTTPResponse(sock)
    response.begin()
    return Answer(response)


def post_head(length, path="/v1/extract", extra=""):
    return f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n{extra}\r\n".encode()


def lines_of(articles):
    return "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(articles)).encode()


class ServeTest(unittest.TestCase):
    def serve(self, *args):
        server = Server(*args)
        self.addCleanup(server.stop)
        return server

    def check_error(self, answer, status):
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.headers["Content-Type"], "application/json")
        self.assertNotEqual(answer.json()["error"]["message"], "")

    def stops(self, server, code, number=signal.SIGTERM):
        self.assertEqual(server.stop(number), code, server.messages)


class OneServer(ServeTest):
    """Tests that can share a server."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server("--max-bytes", "200000")
        cls.addClassCleanup(cls.server.stop)


class Routes(OneServer):
    def test_what_openapi_has_is_there_and_nothing_else(self):
        api = self.server.request("GET", "/openapi.json").json()
        self.assertTrue(api["openapi"].startswith("3.1."))
        for path, methods in api["paths"].items():
            for method, operation in methods.items():
                with self.subTest(path, method=method):
                    body = ARTICLE if method == "post" else None
                    answer = self.server.request(method.upper(), path, body, TEXT if body else {})
                    self.assertEqual(answer.status, 200)
                    kind = answer.headers["Content-Type"].split(";")[0]
                    self.assertIn(kind, operation["responses"]["200"]["content"])
            with self.subTest(path, method="delete"):
                answer = self.server.request("DELETE", path)
                self.check_error(answer, 405)
                self.assertEqual(answer.headers["Allow"], "POST" if "post" in methods else "GET, HEAD")
        for path in ["/v1", "/v1/extract/", "/../etc/passwd", "/%2e%2e/", "/page/index.html", "/*"]:
            with self.subTest(path):
                self.check_error(self.server.request("GET", path), 404)

    def test_openapi_references_lead_somewhere(self):
        api = self.server.request("GET", "/openapi.json").json()
        references = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(api)))
        self.assertIn("v1/schema", references)
        for reference in references - {"v1/schema"}:
            with self.subTest(reference):
                found = api
                for key in reference.removeprefix("#/").split("/"):
                    found = found[key]
        self.assertIn("$schema", self.server.request("GET", "/v1/schema").json())

    def test_openapi_names_every_status_of_an_extraction(self):
        api = self.server.request("GET", "/openapi.json").json()
        documented = set(api["paths"]["/v1/extract"]["post"]["responses"])
        self.assertEqual(documented, {"200", "400", "403", "406", "408", "413", "415", "422", "503", "504"})

    def test_the_schema_is_the_commands(self):
        printed = subprocess.run([FIGMINE, "schema"], capture_output=True, check=True).stdout
        self.assertEqual(self.server.request("GET", "/v1/schema").body.strip(), printed.strip())

    def test_health(self):
        answer = self.server.request("GET", "/healthz").json()
        version = subprocess.run([FIGMINE, "--version"], capture_output=True, check=True, text=True).stdout.split()[1]
        self.assertEqual(answer, {"status": "ok", "version": version})

    def test_every_answer_has_strict_headers(self):
        for path in ["/", "/healthz", "/nothing"]:
            with self.subTest(path):
                headers = self.server.request("GET", path).headers
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
                self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])
                for name in ["Content-Security-Policy", "Content-Type"]:
                    self.assertEqual(len(headers.get_all(name)), 1)

    def test_the_page_names_its_own_address(self):
        page = self.server.request("GET", "/", headers={"Host": f"127.0.0.1:{self.server.port}"}).body.decode()
        self.assertIn(f"http://127.0.0.1:{self.server.port}/v1/extract", page)
        self.assertNotIn("8080", page)

    def test_head_is_get_without_a_body(self):
        whole, head = self.server.request("GET", "/"), self.server.request("HEAD", "/")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertEqual(head.headers["Content-Length"], str(len(whole.body)))

    def test_metrics_count(self):
        before = [self.server.metric(f'figmine_articles_total{{result="{result}"}}') for result in ("done", "failed")]
        self.server.extract(ARTICLE)
        self.server.extract(b"")
        after = [self.server.metric(f'figmine_articles_total{{result="{result}"}}') for result in ("done", "failed")]
        self.assertEqual([now - then for now, then in zip(after, before)], [1, 1])
        self.server.wait_for('figmine_http_requests_total{path="/v1/extract",status="422"}', 1)  # counted once it is sent
        for line in self.server.request("GET", "/metrics").body.decode().splitlines():
            self.assertRegex(line, r'^(#.*|\w+(\{[^}]*\})? [-+.\deInf]+)$')


class Extract(OneServer):
    def test_the_answer_is_the_commands(self):
        for kind, body in [("text", ARTICLE), ("html", f"<html><body><p>{ARTICLE}</p></body></html>"), ("markdown", f"# A\n\n{ARTICLE}\n")]:
            with self.subTest(kind):
                made = subprocess.run([FIGMINE, "extract", "--input", kind, "--all", "--times", "-"], input=body.encode(), capture_output=True, check=True)
                answer = self.server.extract(body, "?all&times=1", **{"Content-Type": "text/" + kind.replace("text", "plain")})
                self.assertEqual((answer.status, answer.body), (200, made.stdout))

    def test_parameters(self):
        facts = self.server.extract(ARTICLE, "?kind=percent&sentence=0&published=2026-03-03").json()
        self.assertEqual([fact["quantity"]["text"] for fact in facts["facts"]], ["15 percent"])
        self.assertNotIn("text", facts["facts"][0]["sentence"])
        self.assertEqual(facts["document"]["published"], "2026-03-03")
        self.assertEqual(self.server.extract(ARTICLE, "?measure=turb%69nes").status, 200)

    def test_json(self):
        send = lambda value: self.server.extract(json.dumps(value), **{"Content-Type": "application/json"})
        one = send({"text": ARTICLE, "id": "a", "published": "2026-03-03"}).json()
        self.assertEqual((one["document"]["id"], one["document"]["published"]), ("a", "2026-03-03"))
        many = send([{"text": ARTICLE, "id": "a"}, {"id": "no text"}, {"text": ARTICLE, "id": "c"}]).json()
        self.assertEqual([item.get("document", {}).get("id") for item in many], ["a", None, "c"])
        self.assertEqual(many[1]["line"], 2)
        self.assertEqual(send([]).json(), [])

    def test_csv(self):
        answer = self.server.extract(ARTICLE, Accept="text/csv")
        self.assertEqual(answer.headers["Content-Type"], "text/csv")
        self.assertIn(b"412 turbines", answer.body)

    def test_errors(self):
        extract = self.server.extract
        kind = lambda value: {"Content-Type": value}
        self.check_error(extract(ARTICLE, "?no_such=1"), 400)
        self.check_error(extract(ARTICLE, "?published=soon"), 400)
        self.check_error(extract("{", **kind("application/json")), 400)
        self.check_error(extract("[" * 100000, **kind("application/json")), 400)
        self.check_error(extract(ARTICLE, Host="evil.example"), 403)
        self.check_error(extract(ARTICLE, Origin="http://evil.example"), 403)
        self.check_error(extract(ARTICLE, Accept="image/png"), 406)
        self.check_error(extract(b"x" * 200001), 413)
        self.check_error(extract(iter([b"x" * 100000] * 3)), 413)
        self.check_error(extract(gzip.compress(b"x" * 50_000_000), **{"Content-Encoding": "gzip"}), 413)
        self.check_error(extract(ARTICLE, **kind("application/x-www-form-urlencoded")), 415)
        self.check_error(extract(ARTICLE, **kind("multipart/form-data; boundary=x")), 415)
        self.check_error(extract(ARTICLE, **{"Content-Encoding": "zstd"}), 415)
        self.check_error(extract(""), 422)
        self.check_error(extract(b"\x00\x01\x02" * 100), 422)
        self.check_error(extract("{}", **kind("application/json")), 422)

    def test_largest_body(self):
        self.assertEqual(self.server.extract(ARTICLE.ljust(200000)).status, 200)

    def test_packed_both_ways(self):
        answer = self.server.extract(gzip.compress(ARTICLE.encode()), **{"Content-Encoding": "gzip", "Accept-Encoding": "br, gzip"})
        self.assertEqual(answer.headers["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(answer.body), self.server.extract(ARTICLE).body)

    def test_expect_is_answered_before_the_body(self):
        refused = self.server.raw(post_head(10_000_000, extra="Expect: 100-continue\r\n"))
        self.check_error(refused, 413)
        with self.server.open(post_head(len(ARTICLE), extra="Expect: 100-continue\r\n")) as sock:
            self.assertEqual(sock.recv(100), b"HTTP/1.1 100 Continue\r\n\r\n")
            sock.sendall(ARTICLE.encode())
            self.assertEqual(read_answer(sock).status, 200)


class Lines(OneServer):
    def test_lines_are_answered_in_order_and_bad_ones_in_their_place(self):
        body = lines_of([ARTICLE] * 3) + b"\nbad\n" + lines_of([ARTICLE])
        answer = self.server.request("POST", "/v1/extract", body, LINES)
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/x-ndjson"))
        self.assertEqual(answer.headers["Transfer-Encoding"], "chunked")
        records = [json.loads(line) for line in answer.body.splitlines()]
        self.assertEqual([record.get("document", {}).get("id") for record in records], ["0", "1", "2", None, "0"])
        self.assertEqual(records[3]["line"], 5)
        self.assertIn("bad JSON", records[3]["error"]["message"])

    def test_a_line_is_sent_before_the_last_is_made(self):
        server = self.serve("--jobs", "1")
        body = lines_of([ARTICLE] + [LONG] * 30)
        with server.open(post_head(len(body)).replace(b"text/plain", b"application/x-ndjson") + body) as sock:
            response = http.client.HTTPResponse(sock)
            response.begin()
            self.assertEqual(json.loads(response.readline())["document"]["id"], "0")
            self.assertLess(server.metric('figmine_articles_total{result="done"}'), 31)
            self.assertEqual(len(response.read().splitlines()), 30)

    def test_a_client_that_goes_ends_the_work(self):
        server = self.serve("--jobs", "1")
        body = lines_of([ARTICLE] + [LONG] * 200)
        with server.open(post_head(len(body)).replace(b"text/plain", b"application/x-ndjson") + body) as sock:
            sock.recv(10)
        server.wait_for("figmine_http_requests_in_flight", 1)
        self.assertLess(server.metric('figmine_articles_total{result="done"}'), 201)

    def test_old_clients_get_no_chunks(self):
        body = lines_of([ARTICLE, ARTICLE])
        head = f"POST /v1/extract HTTP/1.0\r\nContent-Type: application/x-ndjson\r\nContent-Length: {len(body)}\r\n\r\n"
        answer = self.server.raw(head.encode() + body)
        self.assertIsNone(answer.headers["Transfer-Encoding"])
        self.assertEqual(len(answer.body.splitlines()), 2)

    def test_no_lines(self):
        answer = self.server.request("POST", "/v1/extract", b"\n\n", LINES)
        self.assertEqual((answer.status, answer.body), (200, b""))


class Wire(OneServer):
    def test_a_connection_is_kept(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        self.addCleanup(connection.close)
        for path, body, status in [("/v1/extract", ARTICLE, 200), ("/v1/extract", "", 422), ("/nothing", None, 404), ("/healthz", None, 200)]:
            connection.request("POST" if body is not None else "GET", path, body, TEXT)
            self.assertEqual(Answer(connection.getresponse()).status, status)
            if path == "/v1/extract" and body:
                first = connection.sock
            self.assertIs(connection.sock, first)

    def test_requests_may_come_before_the_answers(self):
        with self.server.open(post_head(len(ARTICLE)) + ARTICLE.encode() + b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") as sock:
            data = b""
            while part := sock.recv(65536):
                data += part
        self.assertEqual(data.count(b"HTTP/1.1 200 OK"), 2)
        self.assertTrue(data.endswith(b"}\n"))

    def test_a_refused_body_is_no_next_request(self):
        inner = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for head in [post_head(len(inner), "/nothing"), post_head(len(inner)).replace(b"POST", b"GET")]:
            with self.subTest(head), self.server.open(head + inner) as sock:
                data = b""
                while part := sock.recv(65536):
                    data += part
                self.assertEqual(data.count(b"HTTP/1.1 "), 1)
                self.assertIn(b"Connection: close", data)

    def test_what_is_no_request(self):
        host = b"Host: localhost\r\n"
        for data, status in [(b"\x16\x03\x01\x02\x00\x01\x00\n\r\n", 400), (b"BREW / HTTP/1.1\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 9000 + b"\r\n\r\n", 400),
                             (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + host + b"\r\n", 414),
                             (b"GET / HTTP/1.1\r\n" + host + b"X: 12345\r\n" * 10000 + b"\r\n", 431),
                             (b"GET /" + b"a" * 100000, 431),
                             (post_head("ten"), 400), (post_head("-1"), 400), (post_head("99999999999999999999999"), 413),
                             (post_head(4, extra="Content-Length: 5\r\n"), 400),
                             (post_head(4, extra="Transfer-Encoding: chunked\r\n"), 400),
                             (post_head(4).replace(b"Content-Length: 4", b"Transfer-Encoding: rot13"), 501),
                             (post_head(4).replace(b"Content-Length: 4", b"Transfer-Encoding: chunked") + b"zz\r\n", 400),
                             (post_head(4).replace(b"Content-Length: 4\r\n", b""), 422)]:
            with self.subTest(data[:60]):
                self.check_error(self.server.raw(data), status)
        self.assertEqual(self.server.request("GET", "/healthz").status, 200)

    def test_many_at_once(self):
        articles = [f"Plant {i} made {i + 2} cars in 2025." for i in range(20)]
        expected = [self.server.extract(article).body for article in articles]
        with concurrent.futures.ThreadPoolExecutor(40) as pool:
            answers = list(pool.map(lambda i: self.server.extract(articles[i % 20]), range(200)))
        for i, answer in enumerate(answers):
            self.assertEqual((answer.status, answer.body), (200, expected[i % 20]))


class Limits(ServeTest):
    def test_a_full_queue_is_told_at_once(self):
        server = self.serve("--jobs", "1", "--queue", "1")
        half = [server.open(post_head(len(ARTICLE)) + b"Nor") for _ in range(2)]
        server.wait_for(HELD, 2 * len(b"Nor"))
        for _ in range(2):
            refused = server.extract(ARTICLE)
            self.check_error(refused, 503)
            self.assertEqual(refused.headers["Retry-After"], "1")
        self.assertEqual(server.request("GET", "/healthz").status, 200)
        for sock in half:
            sock.sendall(ARTICLE.encode()[3:])
            self.assertEqual(read_answer(sock).status, 200)
            sock.close()
        server.wait_for("figmine_http_requests_in_flight", 1)
        self.assertEqual(server.extract(ARTICLE).status, 200)

    def test_a_connection_too_many_is_told(self):
        server = self.serve("--connections", "2")
        kept = [server.open(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") for _ in range(2)]
        for sock in kept:
            self.assertEqual(read_answer(sock).status, 200)
        with server.open() as sock:
            refused = read_answer(sock)
        self.check_error(refused, 503)
        self.assertEqual(refused.headers["Retry-After"], "1")
        for sock in kept:
            sock.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            self.assertEqual(read_answer(sock).status, 200)
            sock.close()

    def test_slow_requests_end(self):
        server = self.serve("--timeout", "0.4")
        for data in [b"GET /", b"GET / HTTP/1.1\r\nHost: local", post_head(100) + b"Nor"]:
            with self.subTest(data):
                self.check_error(server.raw(data), 408)

    def test_a_byte_now_and_then_is_no_request(self):
        server = self.serve("--timeout", "0.4")
        with server.open(post_head(1000)) as sock:
            sock.settimeout(0.05)
            data = b""
            while not data:
                try:
                    data = sock.recv(1)
                except TimeoutError:
                    sock.sendall(b"x")
            self.assertEqual(data + sock.recv(11), b"HTTP/1.1 408")

    def test_idle_connections_end(self):
        server = self.serve("--idle-timeout", "0.2")
        with server.open() as sock:
            self.assertEqual(sock.recv(1), b"")
        with server.open(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") as sock:
            self.assertEqual(read_answer(sock).status, 200)
            self.assertEqual(sock.recv(1), b"")

    def test_who_does_not_read_is_let_go(self):
        server = self.serve("--timeout", "0.5")
        request = b"GET /v1/schema HTTP/1.1\r\nHost: localhost\r\n\r\n"
        with server.open() as sock:
            sock.setblocking(False)
            sent = 0
            while sent < 4000 * len(request):  # some 50 MB of answers: more than any socket's buffer
                try:
                    sent += sock.send(request * 100)
                except BlockingIOError:
                    break
            server.wait_for("figmine_http_connections", 1)

    def test_long_articles_end(self):
        server = self.serve("--timeout", "0.3", "--jobs", "1")
        answer = server.extract(LONG * 40)
        self.check_error(answer, 504)


class Stop(ServeTest):
    def test_idle(self):
        for number in [signal.SIGTERM, signal.SIGINT]:
            with self.subTest(number):
                server = self.serve()
                with server.open(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n") as sock:
                    self.assertEqual(read_answer(sock).status, 200)
                    self.stops(server, 0, number)
                    self.assertEqual(sock.recv(1), b"")

    def test_requests_under_way_are_finished(self):
        server = self.serve("--jobs", "1")
        half = [server.open(post_head(len(ARTICLE)) + b"Nor") for _ in range(8)]
        body = lines_of([ARTICLE] + [LONG] * 5)
        stream = server.open(post_head(len(body)).replace(b"text/plain", b"application/x-ndjson") + body)
        response = http.client.HTTPResponse(stream)
        response.begin()
        self.assertEqual(json.loads(response.readline())["document"]["id"], "0")
        server.wait_for(HELD, 8 * len(b"Nor") + len(body))
        server.process.send_signal(signal.SIGTERM)
        self.wait_until_refused(server)
        for sock in half:
            sock.sendall(ARTICLE.encode()[3:])
        for sock in half:
            self.assertEqual(len(read_answer(sock).json()["facts"]), 2)
            sock.close()
        self.assertEqual(len(response.read().splitlines()), 5)
        stream.close()
        self.assertEqual(server.process.wait(PATIENCE), 0)

    def wait_until_refused(self, server):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                server.open().close()
            except OSError:
                return
            time.sleep(0.01)
        self.fail("connections are still taken")

    def test_under_load(self):
        server = self.serve()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = [pool.submit(self.extract_or_refusal, server) for _ in range(200)]
            answers[20].result()
            self.stops(server, 0)
            results = [answer.result() for answer in answers]
        self.assertIn(200, results)
        self.assertLessEqual(set(results), {200, "refused"})

    def extract_or_refusal(self, server):
        """200, or "refused" where the server was gone before the request was sent; never half an answer."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
            connection.request("POST", "/v1/extract", ARTICLE, TEXT)
            response = connection.getresponse()
        except OSError:
            return "refused"
        answer = Answer(response)
        connection.close()
        self.assertEqual(len(answer.json()["facts"]), 2)
        return answer.status

    def test_what_does_not_finish_is_cut(self):
        server = self.serve("--stop-timeout", "0.2")
        with server.open(post_head(100) + b"Nor") as sock:
            server.wait_for(HELD, len(b"Nor"))
            self.stops(server, 1)
            self.assertIn("cut off", server.messages)


class Start(ServeTest):
    def test_a_port_in_use(self):
        server = self.serve()
        run = subprocess.run([FIGMINE, "serve", "--port", str(server.port)], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 2)
        self.assertIn("Address already in use", run.stderr)
        self.assertIn("hint:", run.stderr)

    def test_an_address_that_is_none(self):
        run = subprocess.run([FIGMINE, "serve", "--host", "no.such.host.invalid"], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 2)
        self.assertIn("can't listen", run.stderr)

    def test_other_machines_are_warned_of_and_any_host_passes(self):
        server = self.serve("--host", "0.0.0.0")
        self.assertEqual(server.extract(ARTICLE, Host="facts.example").status, 200)
        self.stops(server, 0)
        self.assertIn("warning: the server answers other machines", server.messages)

    def test_wrong_flags(self):
        for args in [["--port", "70000"], ["--max-bytes", "1GB"], ["--max-bytes", "0"], ["--timeout", "0"], ["--connections", "0"]]:
            with self.subTest(args):
                run = subprocess.run([FIGMINE, "serve", *args], capture_output=True, timeout=PATIENCE)
                self.assertEqual(run.returncode, 2)

    def test_help(self):
        text = subprocess.run([FIGMINE, "serve", "--help"], capture_output=True, text=True, check=True).stdout
        self.assertIn("Examples", text)
        self.assertIn("figmine serve", text)


if __name__ == "__main__":
    FIGMINE = sys.argv[1]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
