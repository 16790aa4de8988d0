// The graphics device, on which renderer.cpp draws. Nobody else draws on it: what is set when it is made stays so.

mergeInto(LibraryManager.library, {
  $Graphics: {
    device: null,
    scale: null, // where the program takes what makes points into the device's -1 to 1
    textures: null, // by the numbers that the renderer knows them by
    first: 0, // the vertex that indices count from

    vertex: `#version 300 es
      layout(location = 0) in vec2 place;
      layout(location = 1) in vec2 texel;
      layout(location = 2) in vec4 colour;
      uniform vec2 scale;
      out vec2 at;
      out vec4 tint;
      void main() {
        at = texel;
        tint = colour;
        gl_Position = vec4(place * scale + vec2(-1, 1), 0, 1);
      }`,

    fragment: `#version 300 es
      precision mediump float;
      uniform sampler2D picture;
      in vec2 at;
      in vec4 tint;
      out vec4 pixel;
      void main() {
        pixel = tint * texture(picture, at);
      }`,

    // As ImDrawVert lies in memory: two coordinates of the point, two of the texture, four bytes of colour.
    countFrom: function (first) {
      const gl = Graphics.device;
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, 20 * first);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 20 * first + 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, 20 * first + 16);
      Graphics.first = first;
    },
  },

  page_open_device__deps: ['$Graphics'],
  page_open_device: function () {
    Graphics.textures = [null]; // what a lost device held is gone
    const gl = Graphics.device = Module.canvas.getContext('webgl2', {alpha: false, depth: false, stencil: false, antialias: false});
    if (!gl) return 0;
    const program = gl.createProgram();
    [[gl.VERTEX_SHADER, Graphics.vertex], [gl.FRAGMENT_SHADER, Graphics.fragment]].forEach(function (part) {
      const shader = gl.createShader(part[0]);
      gl.shaderSource(shader, part[1]);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    });
    gl.linkProgram(program);
    gl.useProgram(program);
    Graphics.scale = gl.getUniformLocation(program, 'scale');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (let attribute = 0; attribute < 3; ++attribute) gl.enableVertexAttribArray(attribute);
    Graphics.countFrom(0);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    return gl.getParameter(gl.MAX_TEXTURE_SIZE);
  },

  page_make_texture__deps: ['$Graphics'],
  page_make_texture: function (width, height, pixels) {
    const gl = Graphics.device;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, pixels);
    return Graphics.textures.push(texture) - 1;
  },

  page_change_texture__deps: ['$Graphics'],
  page_change_texture: function (texture, left, top, width, height, pixels, row) {
    const gl = Graphics.device;
    gl.bindTexture(gl.TEXTURE_2D, Graphics.textures[texture]);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, row);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, width, height, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, pixels);
  },

  page_drop_texture__deps: ['$Graphics'],
  page_drop_texture: function (texture) {
    Graphics.device.deleteTexture(Graphics.textures[texture]);
    delete Graphics.textures[texture];
  },

  page_begin_picture__deps: ['$Graphics'],
  page_begin_picture: function (width, height, pixelsWide, pixelsHigh, red, green, blue) {
    const gl = Graphics.device;
    gl.viewport(0, 0, pixelsWide, pixelsHigh);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.uniform2f(Graphics.scale, 2 / width, -2 / height);
  },

  page_take_mesh__deps: ['$Graphics'],
  page_take_mesh: function (vertices, vertexBytes, indices, indexBytes) {
    const gl = Graphics.device;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, vertices, vertexBytes);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, indices, indexBytes);
  },

  page_draw__deps: ['$Graphics'],
  page_draw: function (texture, left, bottom, width, height, firstVertex, firstIndex, indices) {
    const gl = Graphics.device;
    gl.scissor(left, bottom, width, height);
    gl.bindTexture(gl.TEXTURE_2D, Graphics.textures[texture]);
    if (firstVertex !== Graphics.first) Graphics.countFrom(firstVertex);
    gl.drawElements(gl.TRIANGLES, indices, gl.UNSIGNED_SHORT, 2 * firstIndex);
  },
});
